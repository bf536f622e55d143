package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Loans for tests: named ones, and any at all. */
public final class Loans {

    private Loans() {}

    /** Monthly terms from 2026-11-22, first due 2026-12-22: no broken period. */
    public static RepaymentTerms monthly(long principal, String rate, int months, Method method) {
        return RepaymentTerms.monthly(
                principal,
                AnnualRate.of(rate),
                months,
                method,
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-12-22"));
    }

    /** The loan of the published vectors: 1,000,000.00 yuan at 3.5 % over 360 months by equal instalments. */
    public static RepaymentTerms million() {
        return monthly(100_000_000, "0.035", 360, Method.EQUAL_INSTALMENT);
    }

    /** The value of a result that must be one. */
    public static <T, R extends Refusal> T ok(Result<T, R> result) {
        return switch (result) {
            case Result.Ok<T, R>(T value) -> value;
            case Result.Refused<T, R>(R refusal) -> throw new AssertionError(refusal);
        };
    }

    /** The refusal of a result that must be one. */
    public static <T, R extends Refusal> R refused(Result<T, R> result) {
        return switch (result) {
            case Result.Ok<T, R>(T value) -> throw new AssertionError("not refused: " + value);
            case Result.Refused<T, R>(R refusal) -> refusal;
        };
    }

    /** Any terms: a fen to ten billion yuan, 0 to 36 %, 1 to 480 periods, whole and broken first periods. */
    public static Arbitrary<RepaymentTerms> any() {
        Arbitrary<Long> principals = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 100_000),
                Arbitraries.longs().between(1_000_000, 1_000_000_000),
                Arbitraries.longs().between(1, 1_000_000_000_000L));
        Arbitrary<AnnualRate> rates =
                Arbitraries.integers().between(0, 36_000).map(units -> AnnualRate.of(BigDecimal.valueOf(units, 5)));
        Arbitrary<LocalDate> starts = Arbitraries.integers().between(0, 4_000).map(LocalDate.of(2020, 1, 1)::plusDays);
        return Combinators.combine(
                        principals,
                        rates,
                        Arbitraries.integers().between(2, 480),
                        Arbitraries.of(Method.values()),
                        starts,
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(31, 30, 28, 0),
                        conventions())
                .as(Loans::terms);
    }

    private static Arbitrary<Conventions> conventions() {
        return Combinators.combine(
                        Arbitraries.of(Frequency.values()),
                        Arbitraries.of(FirstPeriod.values()),
                        Arbitraries.of(SplitPeriod.values()),
                        Arbitraries.of(DayCount.values()))
                .as(Conventions::new);
    }

    private static RepaymentTerms terms(
            long principal,
            AnnualRate rate,
            int instalments,
            Method method,
            LocalDate start,
            int daysToFirst,
            int monthsLastDay,
            Conventions conventions) {
        LocalDate near = start.plusDays(daysToFirst);
        LocalDate first = monthsLastDay == 31 ? near.withDayOfMonth(near.lengthOfMonth()) : near;
        LocalDate due = first.isAfter(start) ? first : near;
        boolean last = due.getDayOfMonth() == due.lengthOfMonth();
        int interestOnly = method.startsWithInterestOnly() ? Math.max(1, instalments / 3) : 0;
        return new RepaymentTerms(
                principal,
                rate,
                instalments,
                method,
                interestOnly,
                start,
                due,
                last && monthsLastDay == 31 ? 31 : due.getDayOfMonth(),
                conventions);
    }
}
