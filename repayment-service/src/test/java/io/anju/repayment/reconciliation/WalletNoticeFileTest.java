package io.anju.repayment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What the daily file of the wallet's institution says of links, limits and notices. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletNoticeFileTest extends WalletFileTestBase {

    @Test
    void aNoticeThatTheFileDoesNotListIsMissingThere() {
        paidOn("2041-06-01", "wal-unheard");
        spoil(notice(), new JsonObject().put("fileMissing", true));

        reconcile();

        assertFound(theBreak(), "MISSING_AT_RAIL", notice(), 0, 0);
    }

    @Test
    void aLimitThatTheInstitutionTellsOtherwiseIsAnAmountThatDiffers() {
        paidOn("2041-07-01", "wal-limit");
        spoil(notice(), new JsonObject().put("fileAmount", 1));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "AMOUNT_DIFFERS", notice(), 0, 0);
        assertEquals("LIMIT 1", found.getString("theirs"));
    }

    @Test
    void aClosingThatNobodyToldIsAnUnknownReference() {
        paidOn("2041-08-01", "wal-untold");
        addLine(new JsonObject().put("reference", "never-told").put("kind", "CLOSED"), 0);

        reconcile();

        assertFound(theBreak(), "UNKNOWN_REFERENCE", "never-told", 0, 0);
    }

    @Test
    void creditInTheFileWhereTheInstitutionToldOfOwnFundsIsAStatusThatDiffers() {
        paidOn("2041-09-01", "wal-liar");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        addLine(
                new JsonObject()
                        .put("reference", reference())
                        .put("kind", "PAYMENT")
                        .put("funds", "CREDIT"),
                INSTALMENT);

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "STATUS_DIFFERS", reference(), 0, 0);
        assertTrue(found.getString("ours").startsWith("OTHER_FUNDS"), found.prettify());
    }
}
