package io.anju.repayment.account.model;

import io.anju.kernel.arrears.Owed;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One instalment as its payer sees it; amounts in fen.
 *
 * @param amount principal and interest
 * @param balance principal that is not billed after it
 * @param owed still to be paid today, lateness included; 0 for one that is not due
 * @param penalty of what is owed, for lateness
 */
public record InstalmentRow(
        int number,
        LocalDate dueDate,
        long amount,
        long principal,
        long interest,
        long balance,
        State state,
        long owed,
        long penalty,
        @Nullable LocalDate paidOn) {

    /** How far it is. */
    public enum State {
        UPCOMING,
        DUE,
        OVERDUE,
        PAID
    }

    static InstalmentRow of(Bill bill, long balance, LocalDate today) {
        BillFacts facts = bill.facts();
        return switch (bill) {
            case Bill.Due due -> row(facts, balance, State.DUE, due.owedOn(today), null);
            case Bill.Overdue late -> row(facts, balance, State.OVERDUE, late.owedOn(today), null);
            case Bill.Paid paid -> row(facts, balance, State.PAID, new Owed(facts.number(), 0, 0, 0, 0), paid.on());
        };
    }

    private static InstalmentRow row(
            BillFacts facts, long balance, State state, Owed owed, @Nullable LocalDate paidOn) {
        return new InstalmentRow(
                facts.number(),
                facts.dueDate(),
                facts.amount(),
                facts.principal(),
                facts.interest(),
                balance,
                state,
                owed.total(),
                owed.penalty(),
                paidOn);
    }
}
