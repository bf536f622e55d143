package io.anju.contract.drafting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.drafting.model.LoanApproval.Kind;
import io.anju.contract.drafting.model.LoanApproval.RateBasis;
import io.anju.contract.drafting.model.LoanApproval.Tranche;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
                RateBasis.FLOATING);
    }

    /** The vector of the independent engine (design/10-rules.md): 1,000,000 at 3.5 % over 360 months, 4,490.45 a month. */
    @Test
    void aWholeFirstMonthGivesThePublishedInstalments() {
        RepaymentPlan plan = RepaymentPlan.of(
                approval(22, tranche(Kind.COMMERCIAL, 100_000_000, "0.0350")), LocalDate.parse("2026-11-22"));

        assertEquals(449_045, plan.rows().getFirst().amount());
        assertEquals(448_852, plan.rows().getLast().amount());
        assertEquals(61_656_007, plan.totalInterest());
        assertEquals("0.0356", plan.realAnnualRate().text());
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
