package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.anju.testkit.passkey.PackedAttester;
import io.anju.testkit.passkey.Variation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is watched of a passkey after its enrolment, and what its owner hears of it. */
@QuarkusTest
class PasskeyWatchTest extends IdentityTestBase {

    private static final int ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x18;

    @Test
    void tellsTheOwnerOfANewOneAndOfOneThatIsGone() {
        var customer = person().bound();

        assertEquals(1, told(customer, "ENROLLED"));
        String path =
                "/api/v1/passkeys/" + customer.request().get("/api/v1/passkeys").path("items[0].id");
        String token = customer.verify("passkey.revoke", path, "identity-service", "");
        customer.request()
                .header("Verification-Token", token)
                .delete(path)
                .then()
                .statusCode(204);

        assertEquals(1, told(customer, "REVOKED"));
    }

    @Test
    void noticesThatAPasskeyIsSynchronisedAndThatItIsNoLonger() {
        var customer = person().verified();
        enrol(customer, new Variation().flags(flags -> flags | ELIGIBLE));

        signIn(customer, ELIGIBLE).then().statusCode(200);
        list(customer).then().body("items[0].backedUp", equalTo(false)).body("items[0].backupChangedAt", nullValue());
        assertEquals(-1, hoursThatTheRulesKnow(customer));

        signIn(customer, BACKED_UP).then().statusCode(200);
        String since = list(customer)
                .then()
                .body("items[0].backedUp", equalTo(true))
                .body("items[0].backupChangedAt", notNullValue())
                .extract()
                .path("items[0].backupChangedAt");
        assertEquals(1, told(customer, "BACKED_UP"));
        sql(
                "UPDATE passkey SET backup_changed_at = backup_changed_at - interval '5 hours' WHERE person_id = $1",
                customer.id);
        assertEquals(5, hoursThatTheRulesKnow(customer));
        sql(
                "UPDATE passkey SET backup_changed_at = backup_changed_at + interval '5 hours' WHERE person_id = $1",
                customer.id);

        signIn(customer, BACKED_UP).then().statusCode(200);
        list(customer).then().body("items[0].backupChangedAt", equalTo(since));
        assertEquals(1, told(customer, "BACKED_UP"));

        signIn(customer, ELIGIBLE).then().statusCode(200);
        list(customer).then().body("items[0].backedUp", equalTo(false));
        assertEquals(1, told(customer, "BACKUP_ENDED"));
    }

    @Test
    void tellsTheOwnerOfACounterThatWentBack() {
        var customer = person().bound();
        var clone = EmulatedAuthenticator.restore(customer.device.export());
        customer.signInByPasskey().then().statusCode(200);

        prove(customer, clone, new Variation()).then().statusCode(422);

        assertEquals(1, told(customer, "COUNTER_WENT_BACK"));
    }

    @Test
    void showsTheOwnerWhoVouchesForIt() {
        var customer = person().verified();
        enrol(
                customer,
                new Variation()
                        .aaguid(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
                        .attestedBy(PackedAttester.self()));

        list(customer)
                .then()
                .body("items[0].aaguid", equalTo("01020304-0506-0708-090a-0b0c0d0e0f10"))
                .body("items[0].attestationFormat", equalTo("packed"))
                .body("items[0].attestationTrust", equalTo("SELF"));
    }

    /** Without its last passkey a customer proves nothing that needs one, and is helped at a counter. */
    @Test
    void whoRevokedTheLastOneAddsNoOtherBySms() {
        var customer = person().bound();
        String path =
                "/api/v1/passkeys/" + customer.request().get("/api/v1/passkeys").path("items[0].id");
        String token = customer.verify("passkey.revoke", path, "identity-service", "");
        customer.request()
                .header("Verification-Token", token)
                .delete(path)
                .then()
                .statusCode(204);

        customer.openVerification("passkey.add", "/api/v1/passkeys", "identity-service", "{}", "SMS")
                .then()
                .statusCode(403)
                .body("code", equalTo("NO_METHOD_LEFT"));
    }

    private long told(TestPerson customer, String change) {
        return count("""
                SELECT count(*) FROM outbox_event WHERE type = 'anju.passkey.changed.v1' AND subject = $1
                AND data::text LIKE '%"' || $2 || '"%'""", customer.id.toString(), change);
    }

    /** Since when, as the risk rules are told at the next request. */
    private long hoursThatTheRulesKnow(TestPerson customer) {
        RiskTestBase.open(customer, "/api/v1/loans/" + UUID.randomUUID(), 1_000);
        return count("""
                SELECT (signals ->> 'passkeyBackupHours')::bigint FROM risk_decision
                WHERE person_id = $1 AND act = 'repayment.prepay' ORDER BY id DESC LIMIT 1""", customer.id);
    }

    private static Response list(TestPerson customer) {
        return customer.request().get("/api/v1/passkeys");
    }

    private static void enrol(TestPerson customer, Variation variation) {
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + customer.device.create(options, TestPerson.ORIGIN, variation) + "}";
        String token = customer.verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body);
        customer.request()
                .header("Verification-Token", token)
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys")
                .then()
                .statusCode(201);
        customer.refresh();
    }

    private static Response signIn(TestPerson customer, int moreFlags) {
        return prove(customer, customer.device, new Variation().flags(flags -> flags | moreFlags));
    }

    private static Response prove(TestPerson customer, EmulatedAuthenticator device, Variation variation) {
        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String options = new JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        return customer.proveSignIn(
                opened.path("id"),
                "{\"method\":\"PASSKEY\",\"assertion\":" + device.get(options, TestPerson.ORIGIN, variation) + "}");
    }
}
