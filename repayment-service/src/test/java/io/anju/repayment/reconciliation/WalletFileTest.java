package io.anju.repayment.reconciliation;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daily file of the wallet's institution: payments and returns, and each way in which they can be wrong. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletFileTest extends WalletFileTestBase {

    @Test
    void findsNothingWhereBothSidesTellTheSame() {
        paidOn("2041-01-01", "wal-plain");

        JsonPath found = reconcile();

        assertEquals(3, found.getInt("lines"));
        assertEquals(0, found.getInt("breaks"));
        assertEquals(INSTALMENT, found.getLong("sides.rail.total"));
        assertEquals(INSTALMENT, found.getLong("sides.ledger.total"));
        assertEquals(INSTALMENT, found.getLong("sides.instalments"));
    }

    @Test
    void creditThatWasTakenAndGivenBackAgrees() {
        linkOn("2041-02-01", "wal-oncredit");
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "FAILED");
        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());

        JsonPath found = reconcile();

        assertEquals(4, found.getInt("lines"));
        assertEquals(List.of(), breaks());
        assertEquals(0, found.getLong("sides.rail.total"));
        assertEquals(INSTALMENT, found.getLong("sides.rail.in"));
    }

    @Test
    void aMissingPaymentIsMissingWithTheInstitutionAndOwnedBesideTheRailsBreaks() {
        paidOn("2041-03-01", "wal-missing");
        spoil(reference(), new JsonObject().put("fileMissing", true));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "MISSING_AT_RAIL", reference(), -INSTALMENT, 0);
        staff(OFFICER)
                .get("/api/v1/staff/breaks?source=WALLET&resolved=false&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(found.getString("id")));
        staff(OFFICER)
                .get("/api/v1/staff/breaks?source=RAIL&limit=100")
                .then()
                .body("items.id", not(hasItem(found.getString("id"))));
        act(COLLEAGUE, found, "assignment", new JsonObject().put("owner", OFFICER.toString()));
        act(
                OFFICER,
                found,
                "resolution",
                new JsonObject().put("remedy", "EXPLAINED").put("reason", "case 7"));
        assertEquals("RESOLVED", theBreak().getString("state"));
    }

    @Test
    void aWrongAmountIsAnAmountThatDiffersAndWhatIsTooMuchGoesToSuspenseAndBack() {
        paidOn("2041-04-01", "wal-wrong");
        spoil(reference(), new JsonObject().put("fileAmount", INSTALMENT + 7));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "AMOUNT_DIFFERS", reference(), 7, 7);
        assertEquals(7, onClearing(found.getString("id")));
        act(COLLEAGUE, found, "assignment", new JsonObject().put("owner", OFFICER.toString()));
        act(
                OFFICER,
                found,
                "resolution",
                new JsonObject().put("remedy", "WITHDRAWN").put("reason", "case 7"));
        act(COLLEAGUE, found, "approval", new JsonObject().put("remedy", "WITHDRAWN"));
        assertEquals(0, onClearing(found.getString("id")));
        assertTrue(sides().getBoolean("explained"));
    }

    @Test
    void aPaymentThatNobodyOrderedIsAnUnknownReference() {
        paidOn("2041-05-01", "wal-extra");
        addLine(
                new JsonObject()
                        .put("reference", "stranger")
                        .put("kind", "PAYMENT")
                        .put("funds", "OWN"),
                99);

        reconcile();

        assertFound(theBreak(), "UNKNOWN_REFERENCE", "stranger", 99, 99);
    }
}
