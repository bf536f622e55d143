package io.anju.repayment.disbursement;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Conditions;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.SomeConditions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loan is served by what its contract says, told with the order to pay it out; paid out on 7 November 2026. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ConditionsTest {

    private static final String START = "2026-11-07";
    private static final String FIRST_DUE = "2026-12-19";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today(START);
        bank.publishLpr("2026-10-20", "0.0350");
    }

    @Test
    void aLoanWhoseOrderSaysNothingKeepsTheUsualOnes() {
        UUID loan = bank.lend(borrower, START, FIRST_DUE, "0.0000");

        assertEquals(SomeConditions.USUAL, conditions(loan));
    }

    @Test
    void aLoanKeepsWhatItsContractSays() {
        UUID loan = lendOnConditions();

        assertEquals(
                new Conditions(
                        new Conventions(
                                Frequency.MONTHLY,
                                FirstPeriod.WHOLE_MONTHS_AND_DAYS,
                                SplitPeriod.SHARE_OF_PERIOD,
                                DayCount.ACT_365),
                        new Conditions.Late(
                                new LateRule(new BigDecimal("1.3"), 0, DayCount.ACT_365, false),
                                HolidayRule.NOTHING_MOVES),
                        new Conditions.Prepayment(5_000_000, 12, new BigDecimal("0.01")),
                        false,
                        RepricingDay.START),
                conditions(loan));
    }

    @Test
    void itsRateIsFixedAnewOnTheDayThatItsContractSays() {
        UUID own = lendOnConditions();
        UUID usual = bank.lend(UUID.randomUUID(), START, FIRST_DUE, "0.0000");

        bank.get(borrower, "/api/v1/loans/" + own + "/rate")
                .then()
                .body("repricingDay", equalTo("START"))
                .body("nextRepricing", equalTo("2027-11-07"));
        assertEquals(
                LocalDate.of(2027, 1, 1),
                ((Loan.Active) new StoredLoans(transactions, loans).get(usual))
                        .nextRepricing()
                        .orElseThrow());
    }

    @Test
    void itsFirstPeriodIsCountedAsItsContractSays() {
        UUID loan = lendOnConditions();

        // A month to 7 December, a twelfth of 3.5 %, and 12 days of 365: 2,916.67 and 1,150.68.
        bank.get(borrower, "/api/v1/loans/" + loan + "/schedule")
                .then()
                .body("instalments[0].interest", equalTo(406_735));
    }

    @Test
    void repayingItEarlyCostsWhatItsContractSays() {
        UUID loan = lendOnConditions();
        bank.today("2026-12-01");

        // 1 % of 1,000,000.00 in the first year.
        bank.get(borrower, "/api/v1/loans/" + loan + "/settlement").then().body("compensation", equalTo(1_000_000));
        bank.post(
                        borrower,
                        "/api/v1/loans/" + loan + "/prepayment-quotes",
                        new JsonObject().put("amount", 4_999_999).put("date", "2026-12-01"))
                .then()
                .statusCode(422)
                .body("minimum", equalTo(5_000_000));
    }

    @Test
    void payingItLateCostsWhatItsContractSays() {
        UUID loan = lendOnConditions();
        bank.today(FIRST_DUE);
        bank.run(FIRST_DUE);
        bank.today("2026-12-20");
        bank.run("2026-12-20");

        // Nothing moves for the Saturday, there is no grace, and interest bears none: a day of 1,573.78 at 4.55 % of
        // 365.
        bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .then()
                .body("items[0].state", equalTo("OVERDUE"))
                .body("items[0].principal", equalTo(157_378))
                .body("items[0].penalty", equalTo(20));
    }

    private UUID lendOnConditions() {
        var conditions = new JsonObject()
                .put(
                        "conventions",
                        new JsonObject()
                                .put("frequency", "MONTHLY")
                                .put("firstPeriod", "WHOLE_MONTHS_AND_DAYS")
                                .put("splitPeriod", "SHARE_OF_PERIOD")
                                .put("dayCount", "ACT_365"))
                .put(
                        "late",
                        new JsonObject()
                                .put("multiplier", "1.30")
                                .put("graceDays", 0)
                                .put("dayCount", "ACT_365")
                                .put("compound", false)
                                .put("holidays", "NOTHING_MOVES"))
                .put(
                        "prepayment",
                        new JsonObject()
                                .put("minimum", 5_000_000)
                                .put("compensationMonths", 12)
                                .put("compensationShare", "0.01"))
                .put("partCollection", false)
                .put("repricingDay", "START");
        JsonObject tranche =
                Bank.tranche(100_000_000, 360, "EQUAL_INSTALMENT", "0.0000").put("conditions", conditions);
        UUID loan = bank.order(borrower, START, FIRST_DUE, List.of(tranche)).getFirst();
        bank.awaitPayout(borrower, loan);
        return loan;
    }

    private Conditions conditions(UUID loan) {
        return new StoredLoans(transactions, loans).get(loan).agreement().conditions();
    }
}
