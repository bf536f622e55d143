package io.anju.kernel.arrears;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrearsTest {

    private static final LocalDate DUE = LocalDate.parse("2027-01-20");
    private static final AnnualRate PENALTY = ok(LateRule.DEFAULT.penaltyRate(AnnualRate.of("0.035")));

    @Test
    void halfAsMuchAgain() {
        assertEquals(AnnualRate.of("0.0525"), PENALTY);
    }

    private static final List<Owed> TWO_OVERDUE =
            List.of(new Owed(8, 0, 0, 289_500, 159_545), new Owed(7, 0, 1_000, 290_000, 159_045));

    @Test
    void theOldestInstalmentIsPaidWholeFirst() {
        Allocation allocation = Allocation.of(500_000, TWO_OVERDUE, AllocationRule.DEFAULT);
        assertEquals(
                List.of(
                        new Allocation.Part(7, Component.PENALTY, 1_000),
                        new Allocation.Part(7, Component.INTEREST, 290_000),
                        new Allocation.Part(7, Component.PRINCIPAL, 159_045),
                        new Allocation.Part(8, Component.INTEREST, 49_955)),
                allocation.parts());
        assertEquals(0, allocation.left());
    }

    @Test
    void orOneComponentOfAllOfThem() {
        Allocation allocation =
                Allocation.of(600_000, TWO_OVERDUE, new AllocationRule(AllocationRule.DEFAULT.order(), true));
        assertEquals(1_000, allocation.to(Component.PENALTY));
        assertEquals(579_500, allocation.to(Component.INTEREST));
        assertEquals(19_500, allocation.to(Component.PRINCIPAL));
        assertEquals(289_500, allocation.to(8));
    }

    @Test
    void anOrderNamesEachComponentOnce() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new AllocationRule(List.of(Component.COST, Component.PENALTY, Component.INTEREST), false));
        assertThrows(IllegalArgumentException.class, () -> new Owed(1, 0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Allocation.of(-1, List.of(), AllocationRule.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "0, CURRENT, NORMAL",
        "1, M1, SPECIAL_MENTION",
        "30, M1, SPECIAL_MENTION",
        "31, M2, SPECIAL_MENTION",
        "90, M3, SPECIAL_MENTION",
        "91, M4, SUBSTANDARD",
        "180, M6, SUBSTANDARD",
        "181, M7_PLUS, SUBSTANDARD",
        "271, M7_PLUS, DOUBTFUL",
        "361, M7_PLUS, LOSS"
    })
    void bucketsAndClasses(int days, Ageing bucket, LoanClass loanClass) {
        assertEquals(bucket, Ageing.ofDays(days));
        assertEquals(loanClass, LoanClass.ofDays(days, false));
    }

    @Test
    void aTechnicalLatenessOfAWeekIsNormal() {
        assertEquals(LoanClass.NORMAL, LoanClass.ofDays(7, true));
        assertEquals(LoanClass.SPECIAL_MENTION, LoanClass.ofDays(8, true));
    }
}
