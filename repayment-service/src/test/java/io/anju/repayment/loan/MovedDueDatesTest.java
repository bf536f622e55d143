package io.anju.repayment.loan;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A loan whose contract lets the due date move on holidays. 10,000.00 yuan at 3.5 % over six months from 19 November 2026:
 * 19 December is a Saturday, and the instalment is due on Monday, 21 December.
 */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class MovedDueDatesTest {

    private static final String START = "2026-11-19";
    private static final List<String> DUE =
            List.of("2026-12-21", "2027-01-19", "2027-02-19", "2027-03-19", "2027-04-19", "2027-05-19");

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void lend() {
        bank = new Bank(neighbours, outside);
        bank.today(START);
        JsonObject tranche = Bank.tranche(1_000_000, 6, "EQUAL_PRINCIPAL", "0.0000")
                .put("rateBasis", "FIXED")
                .put("conditions", new JsonObject("""
                        {"conventions":{"frequency":"MONTHLY","firstPeriod":"ACTUAL_DAYS","splitPeriod":"ACTUAL_DAYS","dayCount":"ACT_360"},
                         "late":{"multiplier":"1.5","graceDays":3,"dayCount":"ACT_360","compound":true,"holidays":"DUE_DATE_MOVES"},
                         "prepayment":{"minimum":100000,"compensationMonths":0,"compensationShare":"0"},
                         "partCollection":true}
                        """));
        loan = bank.order(borrower, START, "2026-12-19", List.of(tranche)).getFirst();
        bank.awaitPayout(borrower, loan);
    }

    @Test
    void showsTheMovedDateAndItsInterestBeforehand() {
        // 32 days to 21 December, 29 to 19 January on 8,333.33, then a twelfth of the year: 31.11, 23.50 and 19.44.
        bank.get(borrower, "/api/v1/loans/" + loan + "/schedule")
                .then()
                .body("instalments.dueDate", equalTo(DUE))
                .body("instalments[0].interest", equalTo(3_111))
                .body("instalments[1].interest", equalTo(2_350))
                .body("instalments[2].interest", equalTo(1_944));
        bank.get(borrower, "/api/v1/loans/" + loan).then().body("nextDueDate", equalTo("2026-12-21"));
    }

    @Test
    void isBilledOnTheMovedDateAndNotBefore() {
        bank.bind(borrower);
        bank.today("2026-12-20");
        bank.run("2026-12-20");
        assertEquals("UPCOMING", instalments().getString("items[0].state"));

        for (String day : DUE) {
            bank.today(day);
            bank.run(day);
        }

        for (int number = 1; number <= DUE.size(); number++) {
            bank.awaitInstalment(borrower, loan, number, "PAID");
        }
        assertEquals(DUE, instalments().getList("items.dueDate"));
        assertEquals(
                List.of(3_111, 2_350, 1_944),
                instalments().getList("items.interest").subList(0, 3));
        Awaitility.await("the settlement")
                .until(
                        () -> bank.get(borrower, "/api/v1/loans/" + loan)
                                .jsonPath()
                                .getString("state"),
                        "SETTLED"::equals);
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    private JsonPath instalments() {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/instalments").jsonPath();
    }
}
