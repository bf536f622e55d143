package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Instalments and prepayments that hang together: what was overdue and paid with one, what was settled behind one. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class InstalmentOwedAgainTest extends TwoBorrowersTestBase {

    /** The bank returns the debit of an instalment after the tranche was repaid early: that much is owed again, no more. */
    @Test
    void anInstalmentOfATrancheThatWasSettledIsOwedAgain() {
        String paid = payment(loan, borrower);
        prepay(loan, new JsonObject().put("full", true));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
        bank.today("2027-01-01");
        bank.run("2027-01-01");

        desk.takeBack(loan, paid, "RETURNED");

        neighbours.awaitEvent("anju.loan.reopened.v1", loan.toString());
        JsonPath standing = bank.get(borrower, path(loan)).jsonPath();
        assertEquals("ACTIVE", standing.getString("state"));
        // Ten days at 5.25 %: 1,573.78 → 2.30 and 2,916.67 → 4.25.
        assertEquals("DUE", state(1));
        assertEquals(INSTALMENT + 230 + 425, instalment(borrower, loan, 1, "owed"));
        assertReplays();
        // It is debited like any other, and the tranche is settled anew; the contract is not, since the other one is
        // owed.
        UUID card = bank.bind(borrower);
        bank.today("2027-01-02");
        bank.run("2027-01-02");
        Awaitility.await("the debit")
                .until(() -> bank.get(borrower, path(loan)).jsonPath().getString("state"), "SETTLED"::equals);
        bank.unbind(borrower, card, true).statusCode(204);
        assertEquals("PAID", state(1));
        assertReplays();
    }

    private String state(int number) {
        return bank.get(borrower, path(loan) + "/instalments")
                .jsonPath()
                .getString("items[" + (number - 1) + "].state");
    }

    /** January's instalment is eight days late for both when the one repays early: it is late again for both. */
    @Test
    void whatWasOverdueIsOwedAgainAsIfItHadNeverBeenPaid() {
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        bank.today("2027-01-30");
        bank.run("2027-01-30");
        String prepayment = prepay(loan, new JsonObject().put("amount", 10_000_000));
        assertEquals(
                "PAID",
                bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        bank.today("2027-02-01");
        bank.run("2027-02-01");

        desk.takeBack(loan, prepayment, "RETURNED");

        assertEquals(
                "DUE",
                bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        assertEquals(instalment(other, twin, 2, "owed"), instalment(borrower, loan, 2, "owed"));
        assertEquals(
                bank.get(other, path(twin) + "/statement").jsonPath().getLong("lines[-1].balance"),
                bank.get(borrower, path(loan) + "/statement").jsonPath().getLong("lines[-1].balance"));
        assertReplays();
        // Once its grace is over the two are alike in everything.
        bank.today("2027-02-05");
        bank.run("2027-02-05");
        assertEquals(instalment(other, twin, 2, "owed"), instalment(borrower, loan, 2, "owed"));
        assertEquals(
                "OVERDUE",
                bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        desk.staff(UUID.randomUUID(), "auditor")
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .body("balanced", equalTo(true));
    }
}
