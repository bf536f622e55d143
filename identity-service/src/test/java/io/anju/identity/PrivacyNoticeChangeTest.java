package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.Test;

/** A privacy notice that came after a customer had registered. */
@QuarkusTest
class PrivacyNoticeChangeTest extends IdentityTestBase {

    private static final String MINE = "/api/v1/me/privacy-notice";

    @Test
    void isPutToWhoAcceptedAnOlderOneWhileEverythingGoesOnAndAcceptedWithAReceipt() throws Exception {
        var customer = earlier();
        var notice = current();

        signIn(customer)
                .then()
                .statusCode(200)
                .body("privacyNotice.version", equalTo(notice.get("version")))
                .body("privacyNotice.sha256", equalTo(notice.get("sha256")));
        customer.request()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("privacyNoticeAwaiting", equalTo(notice.get("version")));
        customer.request().get(MINE).then().body("state", equalTo("AWAITING")).body("receiptId", nullValue());
        customer.checkRealName("张三", TestPerson.newIdNumber()).then().statusCode(200);

        var answer = decide(customer, notice, "ACCEPTED").then().statusCode(201).extract();
        assertEquals(
                "notice-receipt+jwt",
                JsonWebStructure.fromCompactSerialization(answer.path("document"))
                        .getHeader("typ"));
        String receipt = answer.path("receiptId");
        customer.request()
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body("document", equalTo(answer.<String>path("document")));
        customer.request().get(MINE).then().body("state", equalTo("ACCEPTED")).body("receiptId", equalTo(receipt));
        assertEquals(1, count("""
                        SELECT count(*) FROM outbox_event WHERE type = 'anju.customer.notice-decided.v1' AND subject = $1
                            AND data::jsonb ->> 'receiptId' = $2""", customer.id.toString(), receipt));
        signIn(customer).then().statusCode(200).body("privacyNotice", nullValue());
        person().registered()
                .request()
                .get(MINE + "/receipts/" + receipt)
                .then()
                .statusCode(404);
    }

    @Test
    void isNotPutAgainAfterAClearRefusalAndEndsNothing() {
        var customer = earlier();

        decide(customer, current(), "REFUSED").then().statusCode(201).body("decision", equalTo("REFUSED"));

        signIn(customer).then().statusCode(200).body("privacyNotice", nullValue());
        customer.request().get("/api/v1/me").then().statusCode(200).body("privacyNoticeAwaiting", nullValue());
        customer.request().get(MINE).then().body("state", equalTo("REFUSED"));
        customer.checkRealName("张三", TestPerson.newIdNumber()).then().statusCode(200);
        decide(customer, current(), "ACCEPTED").then().statusCode(201);
        customer.request().get(MINE).then().body("state", equalTo("ACCEPTED"));
    }

    @Test
    void nobodyDecidesAboutATextThatIsNotInForce() {
        var customer = earlier();
        var another = Map.of("version", "2026-01-01", "sha256", current().get("sha256"));

        decide(customer, another, "ACCEPTED")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRIVACY_NOTICE_NOT_CURRENT"))
                .body("current", equalTo(current().get("version")));
        customer.request().get(MINE).then().body("state", equalTo("AWAITING"));
    }

    @Test
    void whoHasJustRegisteredIsAskedNothing() {
        var customer = person().registered();

        customer.request().get(MINE).then().body("state", equalTo("ACCEPTED"));
        signIn(customer).then().statusCode(200).body("privacyNotice", nullValue());
    }

    /** Somebody who registered when an older notice was in force. */
    private TestPerson earlier() {
        var customer = person().registered();
        sql(
                "UPDATE notice_acceptance SET version = '2025-01-01', sha256 = 'of-another-text' WHERE customer_id = $1",
                customer.id);
        return customer;
    }

    private static Map<String, String> current() {
        Response notice = TestPerson.anonymous().get("/api/v1/privacy-notices/current");
        return Map.of("version", notice.path("version"), "sha256", notice.path("sha256"));
    }

    private static Response decide(TestPerson customer, Map<String, String> notice, String decision) {
        return customer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("version", notice.get("version"), "sha256", notice.get("sha256"), "decision", decision))
                .post(MINE);
    }

    private static Response signIn(TestPerson customer) {
        String id = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return customer.proveSignIn(id, "{\"code\":\"%s\"}".formatted(customer.newestCode()));
    }
}
