package io.anju.loan.underwriting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final UnderwritingLimits LIMITS =
            new UnderwritingLimits(new BigDecimal("0.55"), new BigDecimal("0.50"), 3);

    private static final BureauReport REPORT = new BureauReport("R", List.of(), 0, 1);

    private static CaseFacts facts(
            long instalment, long housing, long other, int age, int months, int overdue, int open) {
        return new CaseFacts(
                85_000_000,
                100_000_000,
                instalment,
                housing,
                other,
                1_000_000,
                48,
                10_000_000,
                age,
                months,
                new BigDecimal("0.85"),
                70,
                overdue,
                1,
                open,
                0,
                true,
                null);
    }

    private static CaseFacts facts(int homeLoans, boolean firstHome, @Nullable String noReport) {
        return new CaseFacts(
                70_000_000,
                100_000_000,
                300_000,
                0,
                0,
                1_000_000,
                48,
                10_000_000,
                35,
                360,
                new BigDecimal("0.85"),
                70,
                0,
                1,
                0,
                homeLoans,
                firstHome,
                noReport);
    }

    @ParameterizedTest
    @CsvSource({"0, true, ''", "1, true, HOME_COUNT", "2, true, HOME_COUNT", "0, false, ''", "1, false, ''"})
    void whoHasAHomeLoanGetsNoFirstHomesPrice(int homeLoans, boolean firstHome, String notMet) {
        var assessment = Assessment.of(REPORT, facts(homeLoans, firstHome, null), LIMITS);

        assertEquals(notMet.isEmpty() ? List.of() : List.of(notMet), assessment.reasons());
        assertEquals(notMet.isEmpty(), assessment.rulesMet());
    }

    @Test
    void thatThereIsNoReportBarsNothingAndAdvisesToLookCloser() {
        var assessment = Assessment.of(BureauReport.EMPTY, facts(0, true, "HTTP_404"), LIMITS);

        assertEquals(Assessment.Advice.LOOK_CLOSER, assessment.advice());
        assertTrue(assessment.rulesMet());
        assertEquals(
                new Finding("NO_REPORT", false, "HTTP_404", "1"),
                assessment.findings().getLast());
        // 100 in all with these facts, but for 5 of loan to value and the 20 and 10 that only a report could earn.
        assertEquals(95, Scorecard.score(facts(0, true, null)).points());
        assertEquals(65, assessment.score().points());
    }

    @Test
    void whatWasNotCheckedIsNotApproved() {
        var assessment = Assessment.notDone("bureau 401", "PT24H");

        assertFalse(assessment.rulesMet());
        assertEquals(List.of("CHECK_NOT_DONE"), assessment.reasons());
        assertEquals(Assessment.Advice.LOOK_CLOSER, assessment.advice());
    }

    @ParameterizedTest
    @CsvSource({
        // instalment, housing debt, other debt, age, months, overdue, open, rules not met
        "300000, 0, 0,      35, 360, 0, 0, ''",
        "500000, 0, 50000,  35, 360, 0, 0, ''",
        "500000, 0, 50001,  35, 360, 0, 0, DEBT_TO_INCOME",
        "500001, 0, 0,      35, 360, 0, 0, HOUSING_TO_INCOME",
        "300000, 200001, 0, 35, 360, 0, 0, HOUSING_TO_INCOME",
        "300000, 0, 0,      40, 360, 0, 0, ''",
        "300000, 0, 0,      41, 360, 0, 0, AGE_PLUS_TERM",
        "300000, 0, 0,      35, 360, 3, 0, ''",
        "300000, 0, 0,      35, 360, 4, 0, OVERDUE_24M",
        "300000, 0, 0,      35, 360, 0, 1, OPEN_APPLICATIONS",
    })
    void drawsTheLineWhereTheLimitSays(
            long instalment, long housing, long other, int age, int months, int overdue, int open, String notMet) {
        var assessment = Assessment.of(REPORT, facts(instalment, housing, other, age, months, overdue, open), LIMITS);

        assertEquals(notMet.isEmpty() ? List.of() : List.of(notMet), assessment.reasons());
    }

    @Test
    void adviseToDeclineWhenOneRuleIsNotMetWhateverTheScore() {
        var assessment = Assessment.of(REPORT, facts(300_000, 0, 0, 35, 360, 0, 1), LIMITS);

        assertEquals(Assessment.Advice.DECLINE, assessment.advice());
        assertEquals(7, assessment.findings().size());
    }

    @Test
    void treatNoIncomeAsPassingEveryLimit() {
        var noIncome =
                new CaseFacts(1, 100, 1, 0, 0, 0, 0, 0, 30, 12, new BigDecimal("0.85"), 70, 0, 0, 0, 0, false, null);

        assertEquals(
                List.of("DEBT_TO_INCOME", "HOUSING_TO_INCOME"),
                Assessment.of(REPORT, noIncome, LIMITS).reasons());
    }

    @Test
    void scoreNamesWhatCostPoints() {
        var score = Scorecard.score(facts(300_000, 0, 0, 35, 360, 1, 0));

        // 30 + 3 + 10 + 10 + 10 + 10: loan to value costs 17, one late payment 10.
        assertEquals(73, score.points());
        assertEquals(
                List.of("LOAN_TO_VALUE", "OVERDUE_24M"),
                score.reasons().stream().map(Scorecard.Line::attribute).toList());
    }

    @Test
    void scoreGivesAHundredAtMost() {
        assertEquals(
                100,
                Scorecard.score(facts(300_000, 0, 0, 35, 360, 0, 0)).lines().stream()
                        .mapToInt(Scorecard.Line::most)
                        .sum());
    }

    @ParameterizedTest
    @CsvSource({"11010519891231002X, 2026-12-30, 36", "11010519891231002X, 2026-12-31, 37"})
    void ageTurnsOnTheBirthday(String idNumber, LocalDate day, int age) {
        assertEquals(age, ResidentId.ageOn(idNumber, day));
    }
}
