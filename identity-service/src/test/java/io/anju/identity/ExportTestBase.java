package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.export.ExportRunner;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A copy as its tests ask for it. */
abstract class ExportTestBase extends IdentityTestBase {

    static final String PATH = "/api/v1/me/exports";

    @Inject
    ExportRunner runner;

    String made(TestPerson customer) {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
        String path = ask(customer, customer.verifyAnyWay("privacy.export", PATH, "identity-service", ""))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        awaitReady(customer, path);
        return path;
    }

    /** The scheduler and other tests may take turns; each run goes on with whoever has waited longest. */
    void awaitReady(TestPerson customer, String path) {
        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return "READY".equals(customer.request().get(path).path("state"));
        });
        assertTrue(customer.request().get(path).path("data").toString().startsWith(PATH));
    }

    static Response ask(TestPerson customer, String token) {
        return customer.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH);
    }
}
