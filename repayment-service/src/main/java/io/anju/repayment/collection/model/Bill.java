package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.Owed;
import io.anju.repayment.ledger.model.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A billed instalment's life: due, perhaps overdue, paid. Money may come in parts; each part is used for what is owed on
 * its day, in the product's order.
 */
public sealed interface Bill {

    /** What was billed. */
    BillFacts facts();

    /** An instalment just billed. One that owes nothing is paid by that: there is nothing to debit. */
    static Bill of(BillFacts facts) {
        return facts.amount() == 0 ? new Paid(facts, facts.dueDate(), 0) : Due.of(facts);
    }

    /**
     * A bill that was taken for paid and is not: debited by itself from its due date on, and not today. Nobody was late as
     * long as it was taken for paid, so that it has its grace from today on before it is overdue; what it owes for its days
     * is what it owed if it had never been paid.
     *
     * @param owing as it is owed
     * @param attempts debits that were ordered by themselves, whose references are used
     */
    static Due reopened(Unpaid owing, int attempts, LocalDate today) {
        BillFacts facts = owing.facts();
        LocalDate due = facts.dueDate();
        LocalDate patience = today.plusDays(facts.late().graceDays() + 1L);
        return new Due(
                facts,
                owing.open(),
                attempts,
                due.isBefore(today),
                later(patience, facts.overdueFrom()),
                Optional.of(Turn.on(due.isAfter(today) ? due : today.plusDays(1))));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A part of the money, used; {@code left} is what was more than owed. */
    record Received(Bill after, Receipt parts, long left) {}

    /** Not paid in full. */
    sealed interface Unpaid extends Bill {

        /** What is still open. */
        BillRest open();

        /** Debits ordered by itself so far; those by hand do not count. */
        int attempts();

        /** When the next debit is ordered by itself; empty when none is before the outcome of one, or ever. */
        Optional<Turn> turn();

        /**
         * The day for which a debit ordered today counts. Where none was ordered by itself yet, nor would have been had there
         * been something to debit, that is the due date, however late the bank itself is with it: its lateness is not the
         * borrower's.
         */
        default LocalDate debitedFor(LocalDate today) {
            boolean first = this instanceof Due due && !due.isTried();
            return first && facts().dueDate().isBefore(today) ? facts().dueDate() : today;
        }

        /** What it owes on a day; on one before the last payment, what it owed after that. */
        default Owed owedOn(LocalDate date) {
            return new Lateness(this).owedOn(date);
        }

        /**
         * The bill after nobody could pay it for some days, since a debit was under way whose outcome did not come: so many
         * days later is its last in time, as far as they lay behind it. What was charged for lateness before stays, and where
         * anything was, the days count.
         *
         * @param since day for which the debit was ordered
         * @param until day on which its outcome came
         */
        default Unpaid heldUp(LocalDate since, LocalDate until) {
            LocalDate last = facts().lastInTime();
            LocalDate from = later(since, last);
            if (!until.isAfter(from) || open().gathered().to().isAfter(last)) {
                return this;
            }
            LocalDate moved = last.plusDays(ChronoUnit.DAYS.between(from, until));
            return owing(facts().withLastInTime(moved), open().gatheringFrom(moved));
        }

        /** Whether it was paid in part, or waived, after a day: what it owed on that day is not known any more. */
        default boolean isReckonedBeyond(LocalDate date) {
            return open().seenTo().isAfter(date) && open().seenTo().isAfter(facts().dueDate());
        }

        /** The bill once its debit has been ordered by itself; none further is until its outcome is known. */
        Unpaid ordered();

        /** The bill after that debit failed: tried again by the plan, overdue when its grace is over. */
        Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan);

        /** The bill after its turn came to nothing, since an older one is paid first and was not: as if it had failed. */
        default Unpaid missedTurn(LocalDate today, Instant now, RetryPlan plan) {
            return ordered().debitFailed(today, now, plan);
        }

        /**
         * The bill after its turn came and there was nothing to debit: no debit was ordered and none is counted, and the next
         * day it is its turn again, however often; overdue when its grace is over.
         */
        Unpaid withoutPayer(LocalDate today);

        /**
         * The bill, of which a debit that it had ordered by itself has just taken a part: the rest is debited the next day,
         * though the part counts for an earlier one; overdue when its grace is over.
         */
        default Unpaid debitedInPart(LocalDate today) {
            return withoutPayer(today);
        }

        /** The bill when enough debits have been tried. */
        Unpaid leftToTheBorrower();

        /** The bill when its debit could not be ordered: the next day it is, under another reference. */
        Unpaid postponed(LocalDate today);

        /** The same bill with its turn at another time, or of another payer. */
        Unpaid at(Turn next);

        /** Uses money received on a day. */
        default Received receive(LocalDate date, long amount) {
            return new Lateness(this).receive(date, amount);
        }

        /**
         * The bill after so much of what it owes for lateness was waived. It is not paid by that: lateness is paid first,
         * so that something else is owed as long as it is.
         *
         * @param amount fen, at most the penalty of {@link #owedOn}
         */
        default Unpaid waived(LocalDate date, long amount) {
            return owing(facts(), new Lateness(this).waived(date, amount));
        }

        /** The bill after rates that have come since it was billed. */
        default Unpaid following(List<RateStep> steps) {
            return steps.isEmpty() ? this : owing(facts().following(steps), open());
        }

        /** The same bill with something else open, of something else billed; its turn stays. */
        Unpaid owing(BillFacts billed, BillRest rest);

        /** The bill after a part of it was paid: the rest is debited the next day. */
        Unpaid with(BillRest rest);
    }

    /**
     * Billed, and not overdue: its grace is not over, or no turn of it has come to nothing.
     *
     * @param missed whether a turn of it came to nothing, since there was nothing to debit
     * @param overdueFrom first day on which it is overdue, once a turn of it has come to nothing
     */
    record Due(BillFacts facts, BillRest open, int attempts, boolean missed, LocalDate overdueFrom, Optional<Turn> turn)
            implements Unpaid {

        /** An instalment just billed, that owes something. */
        public static Due of(BillFacts facts) {
            return new Due(
                    facts, BillRest.of(facts), 0, false, facts.overdueFrom(), Optional.of(Turn.on(facts.dueDate())));
        }

        /** Whether a turn of it is over, with a debit or without one. */
        private boolean isTried() {
            return attempts > 0 || missed;
        }

        /** Whether somebody has to be told that it is overdue by now. */
        boolean becomesOverdueOn(LocalDate today) {
            return isTried() && !today.isBefore(overdueFrom);
        }

        @Override
        public Due ordered() {
            return new Due(facts, open, attempts + 1, missed, overdueFrom, Optional.empty());
        }

        @Override
        public Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan) {
            if (today.isBefore(facts.dueDate())) {
                return at(Turn.on(facts.dueDate()));
            }
            Optional<Turn> next = plan.next(attempts, today, now);
            // Tried often enough or not: on the day on which it is overdue somebody has to tell that it is.
            return today.isBefore(overdueFrom)
                    ? at(next.filter(turn -> turn.day().isBefore(overdueFrom)).orElse(Turn.on(overdueFrom)))
                    : new Overdue(facts, open, attempts, next);
        }

        @Override
        public Unpaid withoutPayer(LocalDate today) {
            Turn next = Turn.on(today.plusDays(1));
            return today.isBefore(overdueFrom)
                    ? new Due(facts, open, attempts, true, overdueFrom, Optional.of(next))
                    : new Overdue(facts, open, attempts, Optional.of(next));
        }

        /** Its grace is over, a turn of it has come to nothing, and it is not paid. */
        public Overdue overdue() {
            return new Overdue(facts, open, attempts, turn);
        }

        /** Not debited any more; the day on which it is overdue is a turn all the same. */
        @Override
        public Due leftToTheBorrower() {
            return at(Turn.on(overdueFrom));
        }

        @Override
        public Due postponed(LocalDate today) {
            return ordered().at(Turn.on(today.plusDays(1)));
        }

        @Override
        public Due owing(BillFacts billed, BillRest rest) {
            return new Due(billed, rest, attempts, missed, later(overdueFrom, billed.overdueFrom()), turn);
        }

        @Override
        public Due with(BillRest rest) {
            return owing(facts, rest).at(Turn.on(rest.seenTo().plusDays(1)));
        }

        @Override
        public Due at(Turn next) {
            return new Due(facts, open, attempts, missed, overdueFrom, Optional.of(next));
        }
    }

    /** Its grace is over, and a debit of it has failed or there was nothing to debit. */
    record Overdue(BillFacts facts, BillRest open, int attempts, Optional<Turn> turn) implements Unpaid {
        @Override
        public Overdue ordered() {
            return new Overdue(facts, open, attempts + 1, Optional.empty());
        }

        @Override
        public Overdue debitFailed(LocalDate today, Instant now, RetryPlan plan) {
            return at(plan.next(attempts, today, now));
        }

        @Override
        public Overdue withoutPayer(LocalDate today) {
            return at(Turn.on(today.plusDays(1)));
        }

        @Override
        public Overdue leftToTheBorrower() {
            return at(Optional.empty());
        }

        @Override
        public Overdue postponed(LocalDate today) {
            return ordered().at(Turn.on(today.plusDays(1)));
        }

        @Override
        public Overdue owing(BillFacts billed, BillRest rest) {
            return new Overdue(billed, rest, attempts, turn);
        }

        @Override
        public Overdue with(BillRest rest) {
            return owing(facts, rest).at(Turn.on(rest.seenTo().plusDays(1)));
        }

        @Override
        public Overdue at(Turn next) {
            return at(Optional.of(next));
        }

        private Overdue at(Optional<Turn> next) {
            return new Overdue(facts, open, attempts, next);
        }
    }

    /** Paid in full, on a day; {@code penaltyPaid} fen for lateness. */
    record Paid(BillFacts facts, LocalDate on, long penaltyPaid) implements Bill {

        /** All that was paid, fen. */
        public long amount() {
            return facts.amount() + penaltyPaid;
        }
    }
}
