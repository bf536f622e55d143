package io.anju.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.export.ExportPage;
import io.anju.identity.export.ExportRunner;
import io.anju.identity.export.model.Part;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportOverHttpTest extends IdentityTestBase {

    private static final String PATH = "/api/v1/me/exports";

    @Inject
    ExportRunner runner;

    @Test
    void givesACustomerEverythingThatIsKeptOfThem() {
        var customer = person().verified();
        customer.decide("ANALYTICS", "", "REFUSED").then().statusCode(201);

        String path = made(customer);

        customer.request()
                .get(path + "/data")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", containsString("attachment"))
                .body("parts.ACCOUNT[0].phone", equalTo(customer.phone))
                .body("parts.ACCOUNT[0].name", equalTo("张三"))
                .body("parts.ACCOUNT[0].idNumber", notNullValue())
                .body("parts.NOTICES", hasSize(1))
                .body("parts.CONSENTS.decision", hasItem("REFUSED"))
                .body("parts.SESSIONS", hasSize(1))
                .body("parts.PROOFS.act", hasItem("privacy.export"))
                .body("parts.ELSEWHERE.service", hasItem("loan-service"))
                .body("parts.ELSEWHERE.where", hasItem("POST /api/v1/appeals"));
    }

    @Test
    void givesWhatIsKeptOfAPasskeyButNoKey() {
        var customer = person().bound();

        customer.request()
                .get(made(customer) + "/data")
                .then()
                .statusCode(200)
                .body("parts.PASSKEYS", hasSize(1))
                .body("parts.PASSKEYS[0].authenticator", notNullValue())
                .body("parts.PASSKEYS[0].attestation", equalTo("none"))
                .body("parts.PASSKEYS[0].attestationTrust", equalTo("NONE"))
                .body("parts.PASSKEYS[0].backedUp", equalTo(false))
                .body("parts.PASSKEYS[0].enrolledAt", notNullValue())
                .body("parts.PASSKEYS[0].keySet()", not(hasItem(containsString("ublic"))));
    }

    @Test
    void givesAPageThatPeopleCanReadAndThatRunsNothing() {
        var customer = person().verified();
        sql("UPDATE session SET device_name = '<script>alert(1)</script>&' WHERE person_id = $1", customer.id);

        String path = made(customer);

        customer.request()
                .accept("text/html")
                .get(path + "/page")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", equalTo(ExportPage.POLICY))
                .body(containsString("Your data at Anju"))
                .body(containsString(customer.phone))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>")));
    }

    @Test
    void asksForAVerification() {
        person().registered()
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH)
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
    }

    @Test
    void showsACopyToNobodyElse() {
        String path = made(person().registered());
        var other = person().registered();

        other.request().get(path).then().statusCode(404);
        other.request().get(path + "/data").then().statusCode(404);
        other.request().get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void takesACopyAwayWhenItsTimeIsOver() {
        var customer = person().registered();
        String path = made(customer);
        String id = path.substring(path.lastIndexOf('/') + 1);
        sql(
                "UPDATE export_job SET expires_at = $2 WHERE id = $1",
                UUID.fromString(id),
                OffsetDateTime.parse("2026-01-01T00:00:00Z"));

        customer.request().get(path + "/data").then().statusCode(410).body("code", equalTo("EXPORT_EXPIRED"));
        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return count("SELECT count(*) FROM export_part WHERE export_id = $1", UUID.fromString(id)) == 0;
        });
        customer.request().get(path).then().body("state", equalTo("GONE"));
    }

    @Test
    void goesOnAfterTheLastPartThatADeadProcessLeftBehind() {
        var customer = person().registered();
        var id = UUID.randomUUID();
        sql("""
                INSERT INTO export_job (id, customer_id, language, requested_at, state, leased_until)
                VALUES ($1, $2, 'en', now(), 'GATHERING', now() + interval '1 hour')""", id, customer.id);
        sql("INSERT INTO export_part VALUES ($1, 'NOTICES', 'left behind'::bytea)", id);
        String path = PATH + "/" + id;
        runner.run().await().indefinitely();
        customer.request().get(path).then().body("state", equalTo("GATHERING")).body("done", equalTo(1));
        customer.request().get(path + "/data").then().statusCode(409).body("code", equalTo("EXPORT_NOT_READY"));

        sql("UPDATE export_job SET leased_until = now() WHERE id = $1", id);
        awaitReady(customer, path);

        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM export_part WHERE export_id = $1 AND content_sealed = 'left behind'::bytea",
                        id));
        assertEquals(Part.values().length, count("SELECT count(*) FROM export_part WHERE export_id = $1", id));
    }

    @Test
    void keepsNoCopyInClearAndNoneAfterErasure() {
        var customer = person().bound();
        String path = made(customer);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM export_part WHERE export_id = $1"
                                + " AND position(convert_to($2, 'UTF8') IN content_sealed) > 0",
                        id,
                        customer.phone));
        neighbours.answer("/internal/customers/" + customer.id + "/ties", "{\"ties\":[]}");

        customer.request()
                .header(
                        "Verification-Token",
                        customer.verify("privacy.erase", "/api/v1/me/erasure", "identity-service", ""))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/me/erasure")
                .then()
                .statusCode(201);

        assertEquals(0, count("SELECT count(*) FROM export_job WHERE id = $1", id));
        customer.request().get(path + "/data").then().statusCode(404);
    }

    @Test
    void askedAgainWhileOneIsUnderWayItIsThatOne() {
        var customer = person().bound();
        var id = UUID.randomUUID();
        sql("""
                INSERT INTO export_job (id, customer_id, language, requested_at, state, leased_until)
                VALUES ($1, $2, 'en', now(), 'GATHERING', now() + interval '1 hour')""", id, customer.id);

        ask(customer, customer.verify("privacy.export", PATH, "identity-service", ""))
                .then()
                .statusCode(202)
                .body("id", equalTo(id.toString()));
    }

    private String made(TestPerson customer) {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
        String path = ask(customer, customer.verifyBySms("privacy.export", PATH, "identity-service", ""))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        awaitReady(customer, path);
        return path;
    }

    /** The scheduler and other tests may take turns; each run goes on with the oldest. */
    private void awaitReady(TestPerson customer, String path) {
        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return "READY".equals(customer.request().get(path).path("state"));
        });
        assertTrue(customer.request().get(path).path("data").toString().startsWith(PATH));
    }

    private static Response ask(TestPerson customer, String token) {
        return customer.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH);
    }
}
