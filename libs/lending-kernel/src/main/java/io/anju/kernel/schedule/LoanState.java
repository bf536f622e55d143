package io.anju.kernel.schedule;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.result.Result;

/**
 * All that the next due date needs to know, so that billing a loan costs the same in its first month and in its last.
 *
 * <p>Billing period by period gives, to the fen, the instalments of {@link RepaymentSchedule}: both are this class.
 *
 * <p>Worked example, 1,000,000.00 yuan at 3.5 % over 360 months: the opening state has the instalment 4,490.45. Its bill
 * is 2,916.67 of interest, the balance's twelfth, and 1,573.78 of principal; the state after it has 998,426.22
 * outstanding and 359 left. The bill of the last one left takes whatever is outstanding, so that residues of rounding
 * end there.
 *
 * @param method how principal is repaid
 * @param annualRate in force for the period being billed
 * @param frequency which part of a year a period is
 * @param outstanding principal not yet repaid, fen
 * @param instalment fen: the level amount of equal instalments, the level principal of equal principal, 0 for a bullet;
 *     in interest-only periods the one that will follow them
 * @param left instalments left, the interest-only ones among them
 * @param interestOnlyLeft interest-only instalments left
 */
public record LoanState(
        Method method,
        AnnualRate annualRate,
        Frequency frequency,
        long outstanding,
        long instalment,
        int left,
        int interestOnlyLeft) {

    /** Refuses what no loan can be in. */
    public LoanState {
        if (outstanding < 0 || instalment < 0 || left < 0 || interestOnlyLeft < 0 || interestOnlyLeft > left) {
            throw new IllegalArgumentException("no such loan: outstanding %d, instalment %d, left %d, interest only %d"
                    .formatted(outstanding, instalment, left, interestOnlyLeft));
        }
        if (left == 0 && outstanding > 0) {
            throw new IllegalArgumentException("no instalment left for " + outstanding + " fen");
        }
    }

    /**
     * A plan that begins now: a new loan, or a changed plan over what is outstanding.
     *
     * @param principal fen
     * @param left at least 1, and more than the interest-only ones
     */
    public static LoanState opening(
            Method method, AnnualRate rate, Frequency frequency, long principal, int left, int interestOnly) {
        long instalment = level(method, rate, frequency, principal, left - interestOnly);
        return new LoanState(method, rate, frequency, principal, instalment, left, interestOnly);
    }

    /** Whether nothing is left to bill. */
    public boolean isSettled() {
        return outstanding == 0;
    }

    /** Interest of one whole period on what is outstanding, fen. */
    public long wholeInterest() {
        return Interest.forPeriod(outstanding, annualRate, frequency);
    }

    /**
     * The next instalment when its period is a whole one.
     *
     * @throws IllegalStateException when none is left
     */
    public Bill bill() {
        long whole = wholeInterest();
        return bill(whole, whole);
    }

    /**
     * The next instalment when its period is broken: the principal of a whole period, and the interest that its days
     * carry. So a first period of 44 days costs more interest and leaves the plan after it as it was.
     *
     * @param interest of the period in fen
     * @throws IllegalStateException when none is left
     */
    public Bill bill(long interest) {
        return bill(interest, wholeInterest());
    }

    private Bill bill(long interest, long wholeInterest) {
        if (left == 0) {
            throw new IllegalStateException("no instalment left");
        }
        long principal = method.principalPart(outstanding, instalment, wholeInterest, left, interestOnlyLeft > 0);
        LoanState after = new LoanState(
                method,
                annualRate,
                frequency,
                outstanding - principal,
                instalment,
                left - 1,
                Math.max(0, interestOnlyLeft - 1));
        return new Bill(principal, interest, after);
    }

    /**
     * The loan with another rate from the period being billed on: equal instalments are recomputed from what is
     * outstanding over the instalments left; equal principal parts stay. The same rate again changes nothing.
     */
    public LoanState repriced(AnnualRate rate) {
        if (rate.equals(annualRate)) {
            return this;
        }
        long next = method.repaying() == Method.EQUAL_INSTALMENT && !isSettled()
                ? level(method, rate, frequency, outstanding, repayingLeft())
                : instalment;
        return new LoanState(method, rate, frequency, outstanding, next, left, interestOnlyLeft);
    }

    /**
     * The loan after a part of the principal was repaid early, on a due date or with the interest to the day settled.
     *
     * <p>{@link PrepaymentOption#SHORTER_TERM} never lengthens: {@code n′ = ceil(−ln(1 − B·r/A) / ln(1+r))} or the
     * instalments that were left, whichever is fewer.
     *
     * @param principal fen, at most what is outstanding; all of it settles the loan
     */
    public Result<LoanState, ScheduleRefusal> prepaid(long principal, PrepaymentOption option) {
        if (principal < 1) {
            return Result.refused(new ScheduleRefusal.PrepaymentNotPositive(principal));
        }
        if (principal > outstanding) {
            return Result.refused(new ScheduleRefusal.PrepaymentAboveOutstanding(outstanding, principal));
        }
        if (principal == outstanding) {
            return Result.ok(new LoanState(method, annualRate, frequency, 0, 0, 0, 0));
        }
        long rest = outstanding - principal;
        return switch (option) {
            case SMALLER_INSTALMENT -> Result.ok(smaller(rest));
            case SHORTER_TERM ->
                method == Method.BULLET
                        ? Result.refused(new ScheduleRefusal.ShorterTermImpossible(method))
                        : Result.ok(shorter(rest));
        };
    }

    private LoanState smaller(long rest) {
        long next = level(method, annualRate, frequency, rest, repayingLeft());
        return new LoanState(method, annualRate, frequency, rest, next, left, interestOnlyLeft);
    }

    private LoanState shorter(long rest) {
        int needed = method.repaying() == Method.EQUAL_PRINCIPAL
                ? Annuity.periods(rest, AnnualRate.ZERO, frequency, instalment, repayingLeft())
                        .orElse(repayingLeft())
                : Annuity.periods(rest, annualRate, frequency, instalment, repayingLeft())
                        .orElse(repayingLeft());
        return new LoanState(
                method, annualRate, frequency, rest, instalment, interestOnlyLeft + needed, interestOnlyLeft);
    }

    /** The loan repaid another way from the next instalment on. */
    Result<LoanState, ScheduleRefusal> methodChanged(Method next) {
        if (next.startsWithInterestOnly()) {
            return Result.refused(new PlanRefusal.MethodIsARelief(next));
        }
        if (next == method.repaying()) {
            return Result.refused(new PlanRefusal.MethodUnchanged(next));
        }
        return Result.ok(replanned(next, left, next == Method.BULLET ? 0 : interestOnlyLeft));
    }

    /**
     * The loan with a longer or a shorter term.
     *
     * @param most instalments that may be left
     */
    Result<LoanState, ScheduleRefusal> termChanged(int instalmentsLeft, int most) {
        int least = interestOnlyLeft + 1;
        return instalmentsLeft == left || instalmentsLeft < least || instalmentsLeft > most
                ? Result.refused(new PlanRefusal.TermNotPossible(instalmentsLeft, left, least, most))
                : Result.ok(replanned(method, instalmentsLeft, interestOnlyLeft));
    }

    /** The loan with some instalments of interest alone before the others. */
    Result<LoanState, ScheduleRefusal> relieved(int instalments) {
        if (interestOnlyLeft > 0) {
            return Result.refused(new PlanRefusal.ReliefRunning(interestOnlyLeft));
        }
        int most = method == Method.BULLET ? 0 : left - 1;
        return instalments < 1 || instalments > most
                ? Result.refused(new PlanRefusal.ReliefNotPossible(instalments, most))
                : Result.ok(replanned(method, left, instalments));
    }

    private LoanState replanned(Method next, int instalments, int interestOnly) {
        return opening(next, annualRate, frequency, outstanding, instalments, interestOnly);
    }

    private int repayingLeft() {
        return left - interestOnlyLeft;
    }

    private static long level(Method method, AnnualRate rate, Frequency frequency, long principal, int periods) {
        return switch (method.repaying()) {
            case EQUAL_INSTALMENT -> Annuity.instalment(principal, rate, frequency, periods);
            case EQUAL_PRINCIPAL -> Fen.share(principal, periods);
            default -> 0;
        };
    }
}
