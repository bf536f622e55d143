package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.Allocation;
import io.anju.kernel.arrears.AllocationRule;
import io.anju.kernel.arrears.Component;
import io.anju.kernel.arrears.LateCharge;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.arrears.Owed;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import io.anju.repayment.ledger.model.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A billed instalment's life: due, perhaps overdue, paid. Money may come in parts; each part is used for what is owed on
 * its day, in the product's order.
 */
public sealed interface Bill {

    /** What was billed. */
    Facts facts();

    /**
     * What was billed, which never changes; amounts in fen.
     *
     * @param rate contract rate when it was billed; lateness is charged by it
     */
    record Facts(UUID loanId, int number, LocalDate dueDate, long principal, long interest, AnnualRate rate) {

        /** What fell due. */
        public long amount() {
            return principal + interest;
        }
    }

    /**
     * What is still open; amounts in fen.
     *
     * @param penalty charged for lateness up to {@code chargedTo} and not paid
     * @param penaltyPaid paid so far for lateness
     * @param chargedTo day up to which lateness is charged; the due date at first
     */
    record Open(long principal, long interest, long penalty, long penaltyPaid, LocalDate chargedTo) {}

    /** A part of the money, used; {@code left} is what was more than owed. */
    record Received(Bill after, Receipt parts, long left) {}

    /** Not paid in full. */
    sealed interface Unpaid extends Bill {

        /** What is still open. */
        Open open();

        /** Debits ordered by itself so far; those by hand do not count. */
        int attempts();

        /** When the next debit is ordered by itself; empty when none is before the outcome of one, or ever. */
        Optional<Turn> turn();

        /** What it owes on a day. */
        default Owed owedOn(LocalDate date, LateRule rule) {
            long late = lateCharge(date, rule);
            return new Owed(facts().number(), 0, open().penalty() + late, open().interest(), open().principal());
        }

        /** The bill once its debit has been ordered by itself; none further is until its outcome is known. */
        Unpaid ordered();

        /** The bill after that debit failed: tried again by the plan, overdue when its due date is over. */
        Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan);

        /** The bill after its turn came to nothing, since an older one is paid first and was not: as if it had failed. */
        default Unpaid missedTurn(LocalDate today, Instant now, RetryPlan plan) {
            return ordered().debitFailed(today, now, plan);
        }

        /** The bill when enough debits have been tried. */
        Unpaid leftToTheBorrower();

        /** The bill when its debit could not be ordered: the next day it is, under another reference. */
        Unpaid postponed(LocalDate today);

        /** Uses money received on a day. */
        default Received receive(LocalDate date, long amount, LateRule rule) {
            Owed owed = owedOn(date, rule);
            Allocation used = Allocation.of(amount, List.of(owed), AllocationRule.DEFAULT);
            var parts = new Receipt(
                    used.to(Component.COST),
                    used.to(Component.PENALTY),
                    used.to(Component.INTEREST),
                    used.to(Component.PRINCIPAL));
            Open rest = new Open(
                    owed.principal() - parts.principal(),
                    owed.interest() - parts.interest(),
                    owed.penalty() - parts.penalty(),
                    open().penaltyPaid() + parts.penalty(),
                    date.isAfter(open().chargedTo()) ? date : open().chargedTo());
            boolean whole = used.left() > 0 || amount == owed.total();
            return new Received(whole ? new Paid(facts(), date, rest.penaltyPaid()) : with(rest), parts, used.left());
        }

        /** The bill after a part of it was paid: the rest is debited the next day. */
        Unpaid with(Open rest);

        private long lateCharge(LocalDate date, LateRule rule) {
            if (!date.isAfter(open().chargedTo())) {
                return 0;
            }
            // Grace is for the instalment, not for each part of it.
            boolean chargedBefore = open().chargedTo().isAfter(facts().dueDate());
            LateRule applied =
                    chargedBefore ? new LateRule(rule.multiplier(), 0, rule.dayCount(), rule.compound()) : rule;
            return LateCharge.on(
                            date,
                            open().chargedTo(),
                            open().principal(),
                            open().interest(),
                            penaltyRate(applied),
                            applied)
                    .total();
        }

        private AnnualRate penaltyRate(LateRule rule) {
            return switch (rule.penaltyRate(facts().rate())) {
                case Result.Ok<AnnualRate, RateRefusal>(AnnualRate rate) -> rate;
                case Result.Refused<AnnualRate, RateRefusal>(RateRefusal refusal) ->
                    throw new IllegalStateException(refusal.toString());
            };
        }
    }

    /** Billed; its due date is not over, or no debit of it has failed. */
    record Due(Facts facts, Open open, int attempts, Optional<Turn> turn) implements Unpaid {

        /** An instalment just billed. */
        public static Due of(Facts facts) {
            Open all = new Open(facts.principal(), facts.interest(), 0, 0, facts.dueDate());
            return new Due(facts, all, 0, Optional.of(Turn.on(facts.dueDate())));
        }

        @Override
        public Due ordered() {
            return new Due(facts, open, attempts + 1, Optional.empty());
        }

        @Override
        public Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan) {
            if (today.isBefore(facts.dueDate())) {
                return new Due(facts, open, attempts, Optional.of(Turn.on(facts.dueDate())));
            }
            Optional<Turn> next = plan.next(attempts, today, now);
            // On the due date itself it can still be paid; the day after, somebody has to tell that it was not.
            return today.equals(facts.dueDate())
                    ? new Due(facts, open, attempts, next.or(() -> Optional.of(Turn.on(today.plusDays(1)))))
                    : new Overdue(facts, open, attempts, next);
        }

        /** Its due date is over, a debit has failed, and it is not paid. */
        public Overdue overdue() {
            return new Overdue(facts, open, attempts, turn);
        }

        @Override
        public Due leftToTheBorrower() {
            return new Due(facts, open, attempts, Optional.empty());
        }

        @Override
        public Due postponed(LocalDate today) {
            return new Due(facts, open, attempts + 1, Optional.of(Turn.on(today.plusDays(1))));
        }

        @Override
        public Due with(Open rest) {
            return new Due(
                    facts, rest, attempts, Optional.of(Turn.on(rest.chargedTo().plusDays(1))));
        }
    }

    /** A debit has failed, and its due date is over. */
    record Overdue(Facts facts, Open open, int attempts, Optional<Turn> turn) implements Unpaid {
        @Override
        public Overdue ordered() {
            return new Overdue(facts, open, attempts + 1, Optional.empty());
        }

        @Override
        public Overdue debitFailed(LocalDate today, Instant now, RetryPlan plan) {
            return new Overdue(facts, open, attempts, plan.next(attempts, today, now));
        }

        @Override
        public Overdue leftToTheBorrower() {
            return new Overdue(facts, open, attempts, Optional.empty());
        }

        @Override
        public Overdue postponed(LocalDate today) {
            return new Overdue(facts, open, attempts + 1, Optional.of(Turn.on(today.plusDays(1))));
        }

        @Override
        public Overdue with(Open rest) {
            return new Overdue(
                    facts, rest, attempts, Optional.of(Turn.on(rest.chargedTo().plusDays(1))));
        }
    }

    /** Paid in full, on a day; {@code penaltyPaid} fen for lateness. */
    record Paid(Facts facts, LocalDate on, long penaltyPaid) implements Bill {

        /** All that was paid, fen. */
        public long amount() {
            return facts.amount() + penaltyPaid;
        }
    }
}
