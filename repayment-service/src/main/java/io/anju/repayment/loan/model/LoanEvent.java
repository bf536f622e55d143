package io.anju.repayment.loan.model;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PlanChange;
import io.anju.kernel.schedule.PrepaymentOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a loan, as it is recorded for good. Amounts in fen, rates as decimal fractions. */
public sealed interface LoanEvent {

    /** Business date on which it counts. */
    LocalDate date();

    /** The money was paid out. */
    record Disbursed(LocalDate date, long amount) implements LoanEvent {}

    /** It is not paid out after all. */
    record PayoutCancelled(LocalDate date) implements LoanEvent {}

    /** An instalment was billed; {@code date} is its due date. */
    record Billed(LocalDate date, int number, long principal, long interest) implements LoanEvent {}

    /** A billed instalment was paid in full. */
    record InstalmentPaid(LocalDate date, int number, long amount) implements LoanEvent {}

    /** The rate was fixed anew; {@code reference} was published on {@code published}. */
    record Repriced(
            LocalDate date,
            BigDecimal oldRate,
            BigDecimal newRate,
            BigDecimal reference,
            LocalDate published,
            long instalment)
            implements LoanEvent {}

    /** Principal was repaid ahead. Interest is negative where some was given back that had been paid ahead. */
    record Prepaid(LocalDate date, long principal, long interest, long compensation, PrepaymentOption option)
            implements LoanEvent {}

    /** Something agreed after the loan began: another plan, another way of setting the rate. */
    sealed interface Changed extends LoanEvent {}

    /** Another plan from the next instalment on. */
    sealed interface PlanChanged extends Changed {

        /** The same as the kernel names it. */
        PlanChange change();
    }

    /** Repaid another way. */
    record MethodChanged(LocalDate date, Method method) implements PlanChanged {
        @Override
        public PlanChange change() {
            return new PlanChange.MethodTo(method);
        }
    }

    /** A longer or a shorter term; {@code instalmentsLeft} counts all that are to come. */
    record TermChanged(LocalDate date, int instalmentsLeft) implements PlanChanged {
        @Override
        public PlanChange change() {
            return new PlanChange.TermTo(instalmentsLeft);
        }
    }

    /** Interest alone for some instalments, the next one being the first. */
    record Relieved(LocalDate date, int instalments) implements PlanChanged {
        @Override
        public PlanChange change() {
            return new PlanChange.Relief(instalments);
        }
    }

    /** Another due day; the next instalment falls due on {@code nextDue} instead. */
    record DueDayMoved(LocalDate date, LocalDate nextDue, int dueDay) implements PlanChanged {
        @Override
        public PlanChange change() {
            return new PlanChange.DueDayTo(nextDue, dueDay);
        }
    }

    /**
     * The rate is set another way from {@code date} on.
     *
     * @param rate from that day on, which is the old one unless the spread changed
     * @param batch in which the bank brought the spreads of many loans down; absent where the borrower asked for it
     */
    record RateTermsChanged(
            LocalDate date,
            BigDecimal oldRate,
            BigDecimal rate,
            Basis before,
            Basis after,
            @Nullable UUID batch) implements Changed {

        /** One that the borrower asked for. */
        public RateTermsChanged(LocalDate date, BigDecimal oldRate, BigDecimal rate, Basis before, Basis after) {
            this(date, oldRate, rate, before, after, null);
        }

        /** Whether the borrower asked for it. */
        public boolean byBorrower() {
            return batch == null;
        }
    }

    /** How a rate is set, flat as it is recorded; all three are absent for a fixed one. */
    record Basis(
            ReferenceRate.@Nullable Tenor referenceRate,
            @Nullable BigDecimal spread,
            @Nullable Integer cycleMonths) {

        /** The basis as it is recorded. */
        public static Basis of(RateBasis basis) {
            return switch (basis) {
                case RateBasis.Fixed fixed -> new Basis(null, null, null);
                case RateBasis.Floating floating ->
                    new Basis(floating.tenor(), floating.spread().fraction(), floating.cycleMonths());
            };
        }

        /** What was recorded. */
        public RateBasis basis() {
            return referenceRate == null || spread == null || cycleMonths == null
                    ? new RateBasis.Fixed()
                    : new RateBasis.Floating(referenceRate, new Spread(spread), cycleMonths);
        }
    }

    /** Something posted was taken back. */
    sealed interface Reversed extends LoanEvent {

        /** Its transfer in the ledger. */
        UUID transfer();

        /** Of that, fen. */
        long amount();

        /** The numbers of the events that are no more by that, among the loan's events from 1. */
        List<Long> takenBack();
    }

    /**
     * A payment of instalments was taken back.
     *
     * @param takesBack number of the event that is no more by that: the billing of an instalment that was paid ahead;
     *     absent where the loan itself stays as it is
     * @param settlement number of the loan's settlement, where it had come to one: it is being repaid again
     */
    record PaymentReversed(
            LocalDate date,
            UUID transfer,
            long amount,
            @Nullable Long takesBack,
            @Nullable Long settlement) implements Reversed {
        @Override
        public List<Long> takenBack() {
            return Stream.of(Optional.ofNullable(takesBack), Optional.ofNullable(settlement))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * A prepayment was taken back. What was billed since then was billed with it: it is worked out anew.
     *
     * @param takesBack numbers of the events that are no more by that: the prepayment, and the loan's settlement where it
     *     had come to one
     */
    record PrepaymentReversed(LocalDate date, UUID transfer, long amount, List<Long> takesBack) implements Reversed {

        public PrepaymentReversed {
            takesBack = List.copyOf(takesBack);
        }

        @Override
        public List<Long> takenBack() {
            return takesBack;
        }

        /** Number of the prepayment. */
        public long prepayment() {
            return takesBack.getFirst();
        }
    }

    /** Nothing is owed any more. */
    record LoanSettled(LocalDate date) implements LoanEvent {}
}
