package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateAccrual;
import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.Owed;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.repayment.ledger.model.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A billed instalment's life: due, perhaps overdue, paid. Money may come in parts; each part is used for what is owed on
 * its day, in the product's order.
 */
public sealed interface Bill {

    /** What was billed. */
    Facts facts();

    /** An instalment just billed. One that owes nothing is paid by that: there is nothing to debit. */
    static Bill of(Facts facts) {
        return facts.amount() == 0 ? new Paid(facts, facts.dueDate(), 0) : Due.of(facts);
    }

    /**
     * A bill that was taken for paid and is not: overdue when its due date is over, debited by itself from its due date
     * on, and not today.
     *
     * @param owing as it is owed
     * @param attempts debits that were ordered by themselves, whose references are used
     */
    static Unpaid reopened(Unpaid owing, int attempts, LocalDate today) {
        LocalDate due = owing.facts().dueDate();
        Optional<Turn> turn = Optional.of(Turn.on(due.isAfter(today) ? due : today.plusDays(1)));
        return due.isBefore(today)
                ? new Overdue(owing.facts(), owing.open(), attempts, turn)
                : new Due(owing.facts(), owing.open(), attempts, false, turn);
    }

    /**
     * What was billed; amounts in fen. It changes by nothing but that a prepayment is taken back which was there when it was
     * billed.
     *
     * @param rate contract rate when it was billed; lateness is charged by it
     */
    record Facts(UUID loanId, int number, LocalDate dueDate, long principal, long interest, AnnualRate rate) {

        /** Of an instalment, at the rate in force when it was billed. */
        public static Facts of(UUID loanId, Instalment row, AnnualRate rate) {
            return new Facts(loanId, row.number(), row.dueDate(), row.principal(), row.interest(), rate);
        }

        /** What fell due. */
        public long amount() {
            return principal + interest;
        }
    }

    /**
     * What is still open.
     *
     * @param principal not paid, fen
     * @param interest not paid, fen
     * @param gathered for lateness since the due date, paid (or waived) or not, exact
     * @param waived of that, fen
     * @param seenTo day of the last payment; the due date at first
     */
    record Open(long principal, long interest, LateAccrual.Gathered gathered, long waived, LocalDate seenTo) {

        /** Paid so far for lateness, fen. */
        public long penaltyPaid() {
            return gathered.penalty().paid() + gathered.compound().paid() - waived;
        }

        static Open of(Facts facts) {
            var none = new LateAccrual.Charge(Accrual.NONE, 0);
            return new Open(
                    facts.principal(),
                    facts.interest(),
                    new LateAccrual.Gathered(facts.dueDate(), none, none),
                    0,
                    facts.dueDate());
        }
    }

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
        default Owed owedOn(LocalDate date, LatePolicy policy) {
            return new Lateness(this, policy).owedOn(date);
        }

        /** Whether it was paid in part, or waived, after a day: what it owed on that day is not known any more. */
        default boolean isReckonedBeyond(LocalDate date) {
            return open().seenTo().isAfter(date) && open().seenTo().isAfter(facts().dueDate());
        }

        /** The bill once its debit has been ordered by itself; none further is until its outcome is known. */
        Unpaid ordered();

        /** The bill after that debit failed: tried again by the plan, overdue when its due date is over. */
        Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan);

        /** The bill after its turn came to nothing, since an older one is paid first and was not: as if it had failed. */
        default Unpaid missedTurn(LocalDate today, Instant now, RetryPlan plan) {
            return ordered().debitFailed(today, now, plan);
        }

        /**
         * The bill after its turn came and there was nothing to debit: no debit was ordered and none is counted, and the next
         * day it is its turn again, however often; overdue when its due date is over.
         */
        Unpaid withoutPayer(LocalDate today);

        /** The bill when enough debits have been tried. */
        Unpaid leftToTheBorrower();

        /** The bill when its debit could not be ordered: the next day it is, under another reference. */
        Unpaid postponed(LocalDate today);

        /** Uses money received on a day. */
        default Received receive(LocalDate date, long amount, LatePolicy policy) {
            return new Lateness(this, policy).receive(date, amount);
        }

        /**
         * The bill after so much of what it owes for lateness was waived. It is not paid by that: lateness is paid first,
         * so that something else is owed as long as it is.
         *
         * @param amount fen, at most the penalty of {@link #owedOn}
         */
        default Unpaid waived(LocalDate date, long amount, LatePolicy policy) {
            long late = owedOn(date, policy).penalty();
            if (amount > late) {
                throw new IllegalArgumentException(amount + " of " + late);
            }
            return owing(facts(), new Lateness(this, policy).waived(date, amount));
        }

        /** The same bill with something else open, of something else billed; its turn stays. */
        Unpaid owing(Facts billed, Open rest);

        /** The bill after a part of it was paid: the rest is debited the next day. */
        Unpaid with(Open rest);
    }

    /**
     * Billed; its due date is not over, or no debit of it has failed.
     *
     * @param missed whether a turn of it came to nothing, since there was nothing to debit
     */
    record Due(Facts facts, Open open, int attempts, boolean missed, Optional<Turn> turn) implements Unpaid {

        /** An instalment just billed, that owes something. */
        public static Due of(Facts facts) {
            return new Due(facts, Open.of(facts), 0, false, Optional.of(Turn.on(facts.dueDate())));
        }

        /** Whether a turn of it is over, with a debit or without one. */
        boolean isTried() {
            return attempts > 0 || missed;
        }

        @Override
        public Due ordered() {
            return new Due(facts, open, attempts + 1, missed, Optional.empty());
        }

        @Override
        public Unpaid debitFailed(LocalDate today, Instant now, RetryPlan plan) {
            if (today.isBefore(facts.dueDate())) {
                return new Due(facts, open, attempts, missed, Optional.of(Turn.on(facts.dueDate())));
            }
            Optional<Turn> next = plan.next(attempts, today, now);
            // On the due date itself it can still be paid; the day after, somebody has to tell that it was not.
            return today.equals(facts.dueDate())
                    ? new Due(facts, open, attempts, missed, next.or(() -> Optional.of(Turn.on(today.plusDays(1)))))
                    : new Overdue(facts, open, attempts, next);
        }

        @Override
        public Unpaid withoutPayer(LocalDate today) {
            Optional<Turn> next = Optional.of(Turn.on(today.plusDays(1)));
            return today.isAfter(facts.dueDate())
                    ? new Overdue(facts, open, attempts, next)
                    : new Due(facts, open, attempts, true, next);
        }

        /** Its due date is over, a turn of it has come to nothing, and it is not paid. */
        public Overdue overdue() {
            return new Overdue(facts, open, attempts, turn);
        }

        @Override
        public Due leftToTheBorrower() {
            return new Due(facts, open, attempts, missed, Optional.empty());
        }

        @Override
        public Due postponed(LocalDate today) {
            return new Due(facts, open, attempts + 1, missed, Optional.of(Turn.on(today.plusDays(1))));
        }

        @Override
        public Due owing(Facts billed, Open rest) {
            return new Due(billed, rest, attempts, missed, turn);
        }

        @Override
        public Due with(Open rest) {
            return new Due(
                    facts,
                    rest,
                    attempts,
                    missed,
                    Optional.of(Turn.on(rest.seenTo().plusDays(1))));
        }
    }

    /** Its due date is over, and a debit of it has failed or there was nothing to debit. */
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
        public Overdue withoutPayer(LocalDate today) {
            return new Overdue(facts, open, attempts, Optional.of(Turn.on(today.plusDays(1))));
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
        public Overdue owing(Facts billed, Open rest) {
            return new Overdue(billed, rest, attempts, turn);
        }

        @Override
        public Overdue with(Open rest) {
            return new Overdue(
                    facts, rest, attempts, Optional.of(Turn.on(rest.seenTo().plusDays(1))));
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
