package io.anju.repayment.prepayment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
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
            var day = new EarlyDay(position, position.accruedTo().plusDays(random.nextInt(28)));
            long outstanding = position.state().outstanding();

            assertTrue(day.after(outstanding, Way.FULL).state().isSettled());
            assertTrue(day.interest(outstanding) <= position.state().wholeInterest(), "more than a month's interest");
        }
    }

    private LoanPosition repayEarly(LoanPosition position, long part) {
        // Up to a month before the due date of the instalment that was just paid, ahead.
        var day = new EarlyDay(position, position.accruedTo().minusDays(random.nextInt(28)));
        assertTrue(day.interest(part) <= 0 && -day.interest(part) < part, "interest given back");
        return day.after(part, random.nextBoolean() ? Way.SHORTER_TERM : Way.SMALLER_INSTALMENT);
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
