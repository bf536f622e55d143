package io.anju.repayment.reconciliation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A file of the wallet's institution that is published anew. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CorrectedWalletFileTest extends WalletFileTestBase {

    @Inject
    CorrectionWatch watch;

    @Test
    void aCorrectedFileClosesWhatItExplains() {
        paidOn("2041-10-01", "wal-mended");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        reconcile();
        String id = theBreak().getString("id");

        spoil(reference(), new JsonObject());
        staff(OFFICER)
                .post("/api/v1/staff/reconciliations/" + date + "/rereadings?source=WALLET")
                .then()
                .statusCode(200);
        worker.drain().await().indefinitely();

        staff(OFFICER).get("/api/v1/staff/breaks/" + id).then().body("remedy", equalTo("CORRECTED"));
        assertTrue(sides().getBoolean("explained"));
        assertEquals(2, sides().getInt("version"));
    }

    @Test
    void aCorrectedFileIsNoticedByItself() {
        paidOn("2041-11-01", "wal-noticed");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        reconcile();
        String id = theBreak().getString("id");
        spoil(reference(), new JsonObject());

        watch.look(Instant.now().plus(Duration.ofMinutes(61))).await().indefinitely();
        worker.drain().await().indefinitely();

        staff(OFFICER).get("/api/v1/staff/breaks/" + id).then().body("remedy", equalTo("CORRECTED"));
        assertEquals(2, sides().getInt("version"));
    }
}
