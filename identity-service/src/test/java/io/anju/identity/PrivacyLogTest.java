package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.identity.export.ExportRunner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever a customer exercises a right on, nothing of them reaches a log, not even when it fails. */
@QuarkusTest
class PrivacyLogTest extends IdentityTestBase {

    private static final String EXPORTS = "/api/v1/me/exports";
    private static final String ERASURE = "/api/v1/me/erasure";

    @Inject
    ExportRunner runner;

    /** Everything logged while it is attached, with what was thrown. */
    private static final class Kept extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            var text = new StringWriter().append(String.valueOf(line.getMessage()));
            if (line.getParameters() != null) {
                text.append(List.of(line.getParameters()).toString());
            }
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void nothingPersonalIsLogged() {
        var customer = person().bound();
        String idNumber = customer.idNumber;
        var kept = new Kept();
        Logger.getLogger("").addHandler(kept);
        try {
            exercise(customer);
        } finally {
            Logger.getLogger("").removeHandler(kept);
        }

        assertFalse(kept.lines.isEmpty());
        var log = String.join("\n", kept.lines);
        for (var secret : List.of(customer.phone, idNumber, "张三", customer.accessToken, customer.refreshToken)) {
            assertFalse(log.contains(secret));
        }
    }

    private void exercise(TestPerson customer) {
        customer.decide("CREDIT_CHECK", "", "GRANTED").then().statusCode(201);
        String export = customer.request()
                .header("Verification-Token", customer.verify("privacy.export", EXPORTS, "identity-service", ""))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(EXPORTS)
                .header("Location");
        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return "READY".equals(customer.request().get(export).path("state"));
        });
        customer.request().get(export + "/data").then().statusCode(200);
        neighbours.answer("/internal/customers/" + customer.id + "/ties", "{\"ties\":[]}");
        String token = customer.verify("privacy.erase", ERASURE, "identity-service", "");
        sql("UPDATE customer SET phone_sealed = 'broken'::bytea WHERE id = $1", customer.id);

        assertEquals(
                500,
                customer.request()
                        .header("Verification-Token", token)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .post(ERASURE)
                        .statusCode());
    }
}
