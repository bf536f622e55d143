package io.anju.repayment.payment.model;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.model.Loan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a payment by hand pays: the oldest unpaid bill, or the next instalment once its period has begun. */
public sealed interface PaymentChoice {

    /** Number of the instalment. */
    int instalment();

    /** Fen to debit. */
    long amount();

    /** Day for which the debit counts: lateness is charged up to it. */
    LocalDate date();

    /** A bill, or a part of one. */
    record OfBill(Bill.Unpaid bill, long amount, LocalDate date) implements PaymentChoice {
        @Override
        public int instalment() {
            return bill.facts().number();
        }
    }

    /** The next instalment before it is billed, and whole. */
    record Ahead(int instalment, long amount, LocalDate date) implements PaymentChoice {}

    /**
     * Chooses.
     *
     * @param bills all of the loan
     * @param number the one asked for, or empty for the one that is next to be paid
     * @param amount fen asked for, or empty for all of it
     */
    static Result<PaymentChoice, PaymentRefusal> of(
            Loan.Active loan, List<Bill> bills, OptionalInt number, OptionalLong amount, LocalDate today) {
        Optional<Bill.Unpaid> oldest = bills.stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .findFirst();
        int next = loan.position().billed() + 1;
        int chosen = number.orElse(oldest.map(bill -> bill.facts().number()).orElse(next));
        if (chosen < next && bills.stream().anyMatch(bill -> isPaid(bill, chosen))) {
            return Result.refused(new PaymentRefusal.AlreadyPaid(chosen));
        }
        if (oldest.isPresent()) {
            int first = oldest.get().facts().number();
            return chosen == first
                    ? ofBill(oldest.get(), amount, today)
                    : Result.refused(new PaymentRefusal.OlderIsUnpaid(first));
        }
        return ahead(loan, chosen, amount, today);
    }

    private static Result<PaymentChoice, PaymentRefusal> ofBill(Bill.Unpaid bill, OptionalLong asked, LocalDate today) {
        LocalDate date = bill.debitedFor(today);
        long owed = bill.owedOn(date).total();
        long amount = asked.orElse(owed);
        return amount > owed
                ? Result.refused(new PaymentRefusal.AmountNotFitting(owed, amount))
                : Result.ok(new OfBill(bill, amount, date));
    }

    private static Result<PaymentChoice, PaymentRefusal> ahead(
            Loan.Active loan, int chosen, OptionalLong asked, LocalDate today) {
        int next = loan.position().billed() + 1;
        int last = loan.position().billed() + loan.position().state().left();
        if (chosen < 1 || chosen > last) {
            return Result.refused(new PaymentRefusal.NoSuchInstalment(chosen));
        }
        LocalDate opensOn = chosen == next
                ? loan.position().periodStart()
                : loan.position().dueDates().of(chosen - 1);
        if (chosen > next || loan.position().periodStart().isAfter(today)) {
            return Result.refused(new PaymentRefusal.NotOpen(chosen, opensOn));
        }
        if (loan.heldBy().isPresent()) {
            return Result.refused(new PaymentRefusal.UnderWay(chosen));
        }
        return ahead(loan.bill().instalment(), asked, today);
    }

    private static Result<PaymentChoice, PaymentRefusal> ahead(Instalment next, OptionalLong asked, LocalDate today) {
        if (next.amount() == 0) {
            return Result.refused(new PaymentRefusal.NothingOwed(next.number()));
        }
        // Not billed on its due date: the bank is late with it, not the borrower.
        LocalDate date = next.dueDate().isBefore(today) ? next.dueDate() : today;
        return asked.isPresent() && asked.getAsLong() != next.amount()
                ? Result.refused(new PaymentRefusal.AmountNotFitting(next.amount(), asked.getAsLong()))
                : Result.ok(new Ahead(next.number(), next.amount(), date));
    }

    private static boolean isPaid(Bill bill, int number) {
        return bill.facts().number() == number && bill instanceof Bill.Paid;
    }
}
