package io.anju.repayment.prepayment.model;

import io.anju.kernel.arrears.Owed;
import io.anju.repayment.collection.model.Bill;
import java.time.LocalDate;
import java.util.List;

/**
 * What an offer pays of a bill before anything is repaid early: all that it owes on the offer's day. Amounts in fen.
 *
 * @param number of the instalment
 * @param date for which it is paid: lateness is charged up to it
 * @param penalty for lateness, compound interest included
 */
public record OverdueBill(int number, LocalDate date, long penalty, long interest, long principal) {

    /** Of unpaid bills, in their order. Where no debit of one was tried yet, the bank's own delay costs nothing. */
    public static List<OverdueBill> of(List<Bill.Unpaid> unpaid, LocalDate day) {
        return unpaid.stream().map(bill -> of(bill, day)).toList();
    }

    private static OverdueBill of(Bill.Unpaid bill, LocalDate day) {
        LocalDate date = bill.debitedFor(day);
        Owed owed = bill.owedOn(date);
        return new OverdueBill(bill.facts().number(), date, owed.penalty(), owed.interest(), owed.principal());
    }

    /** All of it. */
    public long total() {
        return penalty + interest + principal;
    }

    /** All of them. */
    public static long total(List<OverdueBill> bills) {
        return bills.stream().mapToLong(OverdueBill::total).sum();
    }
}
