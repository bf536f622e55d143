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
import java.util.List;

/**
 * What paying a bill late costs: the kernel's account of it, by what the contract says, kept with the bill. Grace is free,
 * and unpaid compound interest is never capitalised.
 */
record Lateness(Bill.Unpaid bill) {

    /** What the bill owes on a day; on one before the last payment, what it owed after that. */
    Owed owedOn(LocalDate date) {
        return ok(accrual().owedOn(noEarlier(date)));
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
        return open(used(date, amount).after(), bill.open().waived() + amount);
    }

    private LateAccrual.Received used(LocalDate date, long amount) {
        return ok(accrual().receive(noEarlier(date), amount, AllocationRule.DEFAULT));
    }

    private LateAccrual accrual() {
        BillRest open = bill.open();
        return new LateAccrual(
                bill.facts().number(),
                new LatePolicy(bill.facts().late(), LatePolicy.DEFAULT.misuse(), true, false),
                bill.facts().lastInTime(),
                new LateAccrual.Open(open.principal(), open.interest(), 0),
                open.gathered(),
                List.of(new LateStep.RateFrom(open.gathered().to(), penaltyRate())),
                open.seenTo());
    }

    private AnnualRate penaltyRate() {
        return ok(bill.facts().late().penaltyRate(bill.facts().rate()));
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
