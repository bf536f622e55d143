package io.anju.repayment.prepayment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.prepay.PaidAhead;
import io.anju.kernel.prepay.PrepaymentRefusal;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loans repaid early at random, some after an instalment paid ahead: what holds for every one of them. */
class EarlyRepaymentPropertiesTest {

    private static final int LOANS = 200;
    private static final long SEED = 20_261_122;
    private static final LocalDate START = LocalDate.of(2026, 1, 31);

    private final Random random = new Random(SEED);

    /** The principal of bills and prepayments adds up to what was lent, and the balance never rises. */
    @ParameterizedTest
    @EnumSource(names = {"EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"})
    void repaysExactlyWhatWasLent(Method method) {
        for (int loan = 0; loan < LOANS; loan++) {
            long principal = random.nextLong(100_000, 1_000_000_000);
            LoanPosition position = LoanPosition.opening(terms(principal, method));
            long repaid = 0;
            for (int early = 0; early < 8 && position.state().left() > 1; early++) {
                LoanPosition.Billed billed = position.bill();
                long part = billed.after().state().outstanding() * random.nextInt(100) / 100;
                LoanPosition after = part == 0 ? billed.after() : repayEarly(billed.after(), part);
                assertTrue(after.state().outstanding() <= position.state().outstanding(), "the balance rose");
                repaid += billed.instalment().principal() + part;
                position = after;
            }
            repaid += position.remaining().stream()
                    .mapToLong(Instalment::principal)
                    .sum();
            assertEquals(principal, repaid);
        }
    }

    /** Settling on any day costs what is outstanding and no more than a period's interest, and leaves nothing. */
    @ParameterizedTest
    @EnumSource(names = {"EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "BULLET"})
    void settlesWithNothingLeft(Method method) {
        for (int loan = 0; loan < LOANS; loan++) {
            LoanPosition position = LoanPosition.opening(terms(random.nextLong(100_000, 1_000_000_000), method))
                    .bill()
                    .after();
            EarlyDay day = EarlyDay.of(position, position.accruedTo().plusDays(random.nextInt(28)));
            long outstanding = position.state().outstanding();

            assertTrue(after(day, outstanding, Way.FULL).state().isSettled());
            assertTrue(interest(day, outstanding) <= position.state().wholeInterest(), "more than a month's interest");
        }
    }

    private LoanPosition repayEarly(LoanPosition position, long part) {
        // Any day of the period of the instalment that was just paid, ahead.
        LocalDate from = position.billed() == 1
                ? position.startDate()
                : position.dueDates().of(position.billed() - 1);
        int days = random.nextInt(1 + (int) ChronoUnit.DAYS.between(from, position.accruedTo()));
        EarlyDay day = EarlyDay.of(position, position.accruedTo().minusDays(days))
                .paidAhead(Optional.of(new PaidAhead(from, position.state().annualRate())));
        long charged = Interest.forPeriod(part, position.state().annualRate(), Frequency.MONTHLY);
        assertTrue(
                days == 0 || interest(day, part) <= 0 && -interest(day, part) <= charged, "given back above charged");
        return after(day, part, random.nextBoolean() ? Way.SHORTER_TERM : Way.SMALLER_INSTALMENT);
    }

    private static long interest(EarlyDay day, long principal) {
        return switch (day.interest(principal)) {
            case Result.Ok<Long, PrepaymentRefusal>(Long fen) -> fen;
            case Result.Refused<Long, PrepaymentRefusal>(PrepaymentRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }

    private static LoanPosition after(EarlyDay day, long principal, Way way) {
        return switch (day.after(principal, way.option())) {
            case Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition position) -> position;
            case Result.Refused<LoanPosition, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }

    private RepaymentTerms terms(long principal, Method method) {
        return RepaymentTerms.monthly(
                principal,
                AnnualRate.of(BigDecimal.valueOf(random.nextInt(900), 4)),
                random.nextInt(2, 120),
                method,
                START,
                LocalDate.of(2026, 2, 28));
    }
}
