package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What borrower and bank agreed on about repaying one tranche; {@link RepaymentSchedule#of} derives every instalment.
 *
 * <p>A loan is its terms and its events. Nothing here depends on today.
 *
 * {@snippet :
 * RepaymentTerms terms = RepaymentTerms.monthly(
 *         100_000_000, AnnualRate.of("0.0350"), 360, Method.EQUAL_INSTALMENT,
 *         LocalDate.parse("2026-11-22"), LocalDate.parse("2026-12-22"));
 * RepaymentSchedule.of(terms).first().amount(); // 449045 fen
 * }
 *
 * @param principal fen, paid out on the start date
 * @param annualRate from the start until an event changes it
 * @param instalments how many, the interest-only ones among them
 * @param method how principal is repaid
 * @param interestOnly periods of interest alone at the start; 0 unless the method begins with them
 * @param startDate day on which the money is paid out; the first that bears interest
 * @param firstDueDate due date of instalment 1, on the due day
 * @param dueDay day of the month, 1 to 31; the month's last where it lacks that day
 * @param conventions customs of the product
 */
public record RepaymentTerms(
        long principal,
        AnnualRate annualRate,
        int instalments,
        Method method,
        int interestOnly,
        LocalDate startDate,
        LocalDate firstDueDate,
        int dueDay,
        Conventions conventions) {

    /** More than a century of months: a limit for what a caller may ask, no product's. */
    public static final int MAX_INSTALMENTS = 1_200;

    /** Longest first period in days: a deferred start of more than a year is another product. */
    public static final int MAX_FIRST_PERIOD_DAYS = 400;

    /** Holds only terms that make a schedule; use {@link #check} for what comes from outside. */
    public RepaymentTerms {
        Optional<TermsRefusal> refusal =
                findRefusal(principal, instalments, method, interestOnly, startDate, firstDueDate, dueDay, conventions);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get().toString());
        }
    }

    /** Monthly terms known to be sound, on the first due date's day of the month, broken periods by actual days of 360. */
    public static RepaymentTerms monthly(
            long principal,
            AnnualRate annualRate,
            int instalments,
            Method method,
            LocalDate startDate,
            LocalDate firstDueDate) {
        return new RepaymentTerms(
                principal,
                annualRate,
                instalments,
                method,
                0,
                startDate,
                firstDueDate,
                firstDueDate.getDayOfMonth(),
                Conventions.MONTHLY_ACT_360);
    }

    /** Terms from outside: accepted, or refused with the first reason. Parameters as the record's. */
    public static Result<RepaymentTerms, TermsRefusal> check(
            long principal,
            AnnualRate annualRate,
            int instalments,
            Method method,
            int interestOnly,
            LocalDate startDate,
            LocalDate firstDueDate,
            int dueDay,
            Conventions conventions) {
        Optional<TermsRefusal> refusal =
                findRefusal(principal, instalments, method, interestOnly, startDate, firstDueDate, dueDay, conventions);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        return Result.ok(new RepaymentTerms(
                principal,
                annualRate,
                instalments,
                method,
                interestOnly,
                startDate,
                firstDueDate,
                dueDay,
                conventions));
    }

    private static Optional<TermsRefusal> findRefusal(
            long principal,
            int instalments,
            Method method,
            int interestOnly,
            LocalDate start,
            LocalDate firstDueDate,
            int dueDay,
            Conventions conventions) {
        if (principal < 1 || principal > Fen.MAX) {
            return Optional.of(new TermsRefusal.PrincipalOutOfRange(principal, Fen.MAX));
        }
        if (instalments < 1 || instalments > MAX_INSTALMENTS) {
            return Optional.of(new TermsRefusal.InstalmentsOutOfRange(instalments, MAX_INSTALMENTS));
        }
        boolean interestOnlyFits =
                method.startsWithInterestOnly() ? interestOnly >= 1 && interestOnly < instalments : interestOnly == 0;
        if (!interestOnlyFits) {
            return Optional.of(new TermsRefusal.InterestOnlyMismatch(method, interestOnly, instalments));
        }
        if (!firstDueDate.isAfter(start)) {
            return Optional.of(new TermsRefusal.FirstDueDateNotAfterStart(start, firstDueDate));
        }
        if (ChronoUnit.DAYS.between(start, firstDueDate) > MAX_FIRST_PERIOD_DAYS) {
            return Optional.of(new TermsRefusal.FirstPeriodTooLong(start, firstDueDate, MAX_FIRST_PERIOD_DAYS));
        }
        boolean anyDay = conventions.frequency() == Frequency.FORTNIGHTLY;
        if (dueDay < 1 || dueDay > 31 || !anyDay && !DueDates.fits(firstDueDate, dueDay)) {
            return Optional.of(new TermsRefusal.DueDayMismatch(firstDueDate, dueDay));
        }
        return Optional.empty();
    }

    /** The date of every instalment. */
    public DueDates dueDates() {
        return new DueDates(firstDueDate, dueDay, conventions.frequency());
    }

    /** Interest that the first instalment carries in fen: of a whole period, or of the broken one by the convention. */
    public long firstInterest() {
        return conventions.firstPeriod().interest(principal, annualRate, startDate, dueDates(), conventions.dayCount());
    }

    /** Where billing begins: nothing repaid yet. */
    public LoanState opening() {
        return LoanState.opening(method, annualRate, conventions.frequency(), principal, instalments, interestOnly);
    }
}
