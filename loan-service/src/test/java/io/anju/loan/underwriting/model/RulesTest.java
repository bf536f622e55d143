package io.anju.loan.underwriting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final UnderwritingLimits LIMITS =
            new UnderwritingLimits(new BigDecimal("0.55"), new BigDecimal("0.50"), 3);

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
                open);
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
        var assessment = Assessment.of("R", facts(instalment, housing, other, age, months, overdue, open), LIMITS);

        assertEquals(notMet.isEmpty() ? List.of() : List.of(notMet), assessment.reasons());
    }

    @Test
    void adviseToDeclineWhenOneRuleIsNotMetWhateverTheScore() {
        var assessment = Assessment.of("R", facts(300_000, 0, 0, 35, 360, 0, 1), LIMITS);

        assertEquals(Assessment.Advice.DECLINE, assessment.advice());
        assertEquals(6, assessment.findings().size());
    }

    @Test
    void treatNoIncomeAsPassingEveryLimit() {
        var noIncome = new CaseFacts(1, 100, 1, 0, 0, 0, 0, 0, 30, 12, new BigDecimal("0.85"), 70, 0, 0, 0);

        assertEquals(
                List.of("DEBT_TO_INCOME", "HOUSING_TO_INCOME"),
                Assessment.of("R", noIncome, LIMITS).reasons());
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
