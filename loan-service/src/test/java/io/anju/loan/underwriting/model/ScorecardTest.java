package io.anju.loan.underwriting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version 2026-1 of the card, on both sides of every line that it draws. */
class ScorecardTest {

    /** Fen. */
    private static final long PRICE = 100_000_000;
    /** Fen a month. */
    private static final long INCOME = 10_000_000;

    private static CaseFacts facts(
            long principal, long instalment, int employedMonths, long assets, int overdue, int inquiries) {
        return new CaseFacts(
                principal,
                PRICE,
                instalment,
                0,
                0,
                INCOME,
                employedMonths,
                assets,
                35,
                360,
                new BigDecimal("0.85"),
                70,
                overdue,
                inquiries,
                0,
                0,
                true,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        // fen a month out of an income of 10,000,000
        "3000000, 30",
        "3001000, 22",
        "4000000, 22",
        "4001000, 12",
        "5500000, 12",
        "5501000, 0",
    })
    void debtsCostByTheirShareOfIncome(long instalment, int points) {
        assertEquals(
                new Scorecard.Line("DEBT_TO_INCOME", points, 30),
                Scorecard.debtRatio(facts(0, instalment, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        // fen of a price of 100,000,000
        "50000000, 20",
        "50010000, 15",
        "70000000, 15",
        "70010000, 8",
        "80000000, 8",
        "80010000, 3",
    })
    void theLoanCostsByItsShareOfThePrice(long principal, int points) {
        assertEquals(
                new Scorecard.Line("LOAN_TO_VALUE", points, 20),
                Scorecard.loanToValue(facts(principal, 1, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "1, 10", "2, 10", "3, 0"})
    void beingLateCosts(int overdue, int points) {
        assertEquals(new Scorecard.Line("OVERDUE_24M", points, 20), Scorecard.arrears(facts(0, 1, 0, 0, overdue, 0)));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "2, 10", "3, 5", "5, 5", "6, 0"})
    void askingManyLendersCosts(int inquiries, int points) {
        assertEquals(
                new Scorecard.Line("INQUIRIES_6M", points, 10), Scorecard.inquiries(facts(0, 1, 0, 0, 0, inquiries)));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "11, 2", "12, 6", "35, 6", "36, 10"})
    void aNewPostCosts(int months, int points) {
        assertEquals(
                new Scorecard.Line("EMPLOYED_MONTHS", points, 10), Scorecard.employment(facts(0, 1, months, 0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        // assets and instalment in fen: whole months that they pay
        "2999999, 1000000, 0",
        "3000000, 1000000, 5",
        "11999999, 1000000, 5",
        "12000000, 1000000, 10",
        "0, 0, 10",
    })
    void savingsCountInMonthsOfInstalments(long assets, long instalment, int points) {
        assertEquals(
                new Scorecard.Line("RESERVES_MONTHS", points, 10),
                Scorecard.reserves(facts(0, instalment, 0, assets, 0, 0)));
    }

    @Test
    void theDearestReasonComesFirst() {
        var score = Scorecard.score(facts(75_000_000, 4_500_000, 24, 5_000_000, 1, 0));

        // 12 of 30, 8 of 20, 10 of 20, 10 of 10, 6 of 10, 0 of 10: the savings pay one month.
        assertEquals(46, score.points());
        assertEquals(
                List.of("DEBT_TO_INCOME", "LOAN_TO_VALUE", "OVERDUE_24M", "RESERVES_MONTHS", "EMPLOYED_MONTHS"),
                score.reasons().stream().map(Scorecard.Line::attribute).toList());
    }
}
