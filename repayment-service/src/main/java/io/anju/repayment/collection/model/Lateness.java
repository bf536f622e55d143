package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.Allocation;
import io.anju.kernel.arrears.AllocationRule;
import io.anju.kernel.arrears.Component;
import io.anju.kernel.arrears.LateAccrual;
import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.LateStep;
import io.anju.kernel.arrears.Owed;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What paying a bill late costs: the kernel's account of it, by what the contract says, kept with the bill. Grace is free,
 * and unpaid compound interest is never capitalised.
 *
 * <p>The penalty rate is the contract rate times a factor (银发〔2003〕251号), so that it changes with it: from a repricing
 * day on every day costs the new rate times the factor, those before it the old one, and the sum is rounded once. What was
 * used before a new rate was known, for days behind its date too, was used for what was owed by then, and stays.
 *
 * @param known how many of the loan's events are: a rate that came later counts not
 */
record Lateness(Bill.Unpaid bill, long known) {

    /** By all that has happened. */
    Lateness(Bill.Unpaid bill) {
        this(bill, Long.MAX_VALUE);
    }

    /** What the bill owes on a day; on one before the last payment, what it owed after that. */
    Owed owedOn(LocalDate date) {
        return ok(accrual(noEarlier(date)).owedOn(noEarlier(date)));
    }

    /** Uses money received on a day. */
    Bill.Received receive(LocalDate date, long amount) {
        LateAccrual.Received received = used(date, amount);
        BillRest rest = open(received.after(), bill.open().waived());
        return new Bill.Received(
                received.after().isSettled() ? new Bill.Paid(bill.facts(), date, rest.penaltyPaid()) : bill.with(rest),
                parts(received.allocation()),
                received.allocation().left());
    }

    /** What is open once so much of the penalty was waived, fen. */
    BillRest waived(LocalDate date, long amount) {
        long late = owedOn(date).penalty();
        if (amount > late) {
            throw new IllegalArgumentException(amount + " of " + late);
        }
        return open(used(date, amount).after(), bill.open().waived() + amount);
    }

    private LateAccrual.Received used(LocalDate date, long amount) {
        return ok(accrual(noEarlier(date)).receive(noEarlier(date), amount, AllocationRule.DEFAULT));
    }

    private LateAccrual accrual(LocalDate to) {
        BillRest open = bill.open();
        return new LateAccrual(
                bill.facts().number(),
                new LatePolicy(bill.facts().late(), LatePolicy.DEFAULT.misuse(), true, false),
                bill.facts().lastInTime(),
                new LateAccrual.Open(open.principal(), open.interest(), 0),
                open.gathered(),
                penaltyRates(open.gathered().to(), to),
                open.seenTo());
    }

    /** Since a day, of which the first is in force on it, until another one. */
    private List<LateStep.RateFrom> penaltyRates(LocalDate from, LocalDate to) {
        List<LateStep.RateFrom> rates = new ArrayList<>();
        rates.add(new LateStep.RateFrom(from, penaltyRate(bill.facts().rate())));
        for (RateStep step : bill.facts().since()) {
            if (step.number() <= known && step.date().isBefore(to)) {
                // One that became known later is never behind one that was known before.
                LocalDate last = rates.getLast().date();
                LocalDate date = step.date().isAfter(last) ? step.date() : last;
                rates.removeIf(earlier -> earlier.date().equals(date));
                rates.add(new LateStep.RateFrom(date, penaltyRate(step.rate())));
            }
        }
        return rates;
    }

    private AnnualRate penaltyRate(AnnualRate contractRate) {
        return ok(bill.facts().late().penaltyRate(contractRate));
    }

    private LocalDate noEarlier(LocalDate date) {
        LocalDate seenTo = bill.open().seenTo();
        return date.isBefore(seenTo) ? seenTo : date;
    }

    private static BillRest open(LateAccrual after, long waived) {
        return new BillRest(
                after.open().principal(), after.open().interest(), after.gathered(), waived, after.seenTo());
    }

    private static Receipt parts(Allocation used) {
        return new Receipt(
                used.to(Component.COST),
                used.to(Component.PENALTY),
                used.to(Component.INTEREST),
                used.to(Component.PRINCIPAL));
    }

    private static <T, R extends Refusal> T ok(Result<T, R> result) {
        return switch (result) {
            case Result.Ok<T, R>(T value) -> value;
            case Result.Refused<T, R>(R refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }
}
