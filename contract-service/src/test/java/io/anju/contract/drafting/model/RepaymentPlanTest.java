package io.anju.contract.drafting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.drafting.model.LoanApproval.Kind;
import io.anju.contract.drafting.model.LoanApproval.RateBasis;
import io.anju.contract.drafting.model.LoanApproval.Tranche;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepaymentPlanTest {
    private static LoanApproval approval(int dueDay, Tranche... tranches) {
        return new LoanApproval(
                UUID.randomUUID(), UUID.randomUUID(), List.of(tranches), new LoanApproval.Property("c"), dueDay);
    }

    private static Tranche tranche(Kind kind, long principal, String rate) {
        return new Tranche(
                kind,
                principal,
                360,
                "EQUAL_INSTALMENT",
                new BigDecimal(rate),
                new BigDecimal("-0.0030"),
                12,
                RateBasis.FLOATING,
                Conditions.DEFAULT,
                null);
    }

    private static Tranche withFirstPeriod(FirstPeriod firstPeriod) {
        Tranche usual = tranche(Kind.COMMERCIAL, 100_000_000, "0.0350");
        Conditions conditions = usual.conditions();
        Conventions conventions = conditions.conventions();
        return new Tranche(
                usual.kind(),
                usual.principal(),
                usual.months(),
                usual.method(),
                usual.annualRate(),
                usual.spread(),
                usual.ratePeriodMonths(),
                usual.rateBasis(),
                new Conditions(
                        new Conventions(
                                conventions.frequency(),
                                firstPeriod,
                                conventions.splitPeriod(),
                                conventions.dayCount()),
                        conditions.late(),
                        conditions.prepayment(),
                        conditions.partCollection(),
                        conditions.repricingDay()),
                null);
    }

    /** The vector of the independent engine: 1,000,000 at 3.5 % over 360 months, 4,490.45 a month. */
    @Test
    void aWholeFirstMonthGivesThePublishedInstalments() {
        RepaymentPlan plan = RepaymentPlan.of(
                approval(22, tranche(Kind.COMMERCIAL, 100_000_000, "0.0350")), LocalDate.parse("2026-11-22"));

        assertEquals(449_045, plan.rows().getFirst().amount());
        assertEquals(448_852, plan.rows().getLast().amount());
        assertEquals(61_656_007, plan.totalInterest());
        assertEquals("0.0356", plan.realAnnualRate().text());
    }

    /** First period: 1,000,000 at 3.5 %, 2026-03-07 to 04-20, is 4,277.78 or 4,180.56. */
    @ParameterizedTest
    @CsvSource({"ACTUAL_DAYS, 427778", "WHOLE_MONTHS_AND_DAYS, 418056"})
    void aBrokenFirstPeriodIsCountedAsTheTrancheAgreed(FirstPeriod firstPeriod, long interest) {
        RepaymentPlan plan =
                RepaymentPlan.of(approval(20, withFirstPeriod(firstPeriod)), LocalDate.parse("2026-03-07"));

        assertEquals(interest, plan.rows().getFirst().interest());
    }

    /** 100,000.00 at 6 %: two years of 500.00 a month, then the published 8,606.64 and at last 8,606.69. */
    @Test
    void monthsOfInterestAloneStandInThePlan() {
        var tranche = new Tranche(
                Kind.COMMERCIAL,
                10_000_000,
                36,
                "INTEREST_ONLY_THEN_EQUAL_INSTALMENT",
                new BigDecimal("0.06"),
                BigDecimal.ZERO,
                12,
                RateBasis.FIXED,
                Conditions.DEFAULT,
                24);

        List<RepaymentPlan.Row> rows = RepaymentPlan.of(approval(22, tranche), LocalDate.parse("2026-11-22"))
                .rows();

        assertEquals(36, rows.size());
        assertEquals(50_000, rows.get(23).amount());
        assertEquals(860_664, rows.get(24).amount());
        assertEquals(860_669, rows.getLast().amount());
    }

    @Test
    void aMonthThatLacksTheDueDayEndsOnItsLast() {
        RepaymentPlan plan = RepaymentPlan.of(
                approval(31, tranche(Kind.COMMERCIAL, 100_000_000, "0.0350")), LocalDate.parse("2027-01-31"));

        assertEquals(LocalDate.parse("2027-02-28"), plan.rows().getFirst().dueDate());
        assertEquals(LocalDate.parse("2027-03-31"), plan.rows().get(1).dueDate());
    }

    @Test
    void tranchesAreAddedUpByDate() {
        RepaymentPlan plan = RepaymentPlan.of(
                approval(
                        22,
                        tranche(Kind.COMMERCIAL, 60_000_000, "0.0350"),
                        tranche(Kind.PROVIDENT_FUND, 40_000_000, "0.0260")),
                LocalDate.parse("2026-11-22"));

        assertEquals(360, plan.rows().size());
        assertEquals(269_427 + 160_136, plan.rows().getFirst().amount());
        assertEquals(0, plan.rows().getLast().balance());
    }
}
