package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest extends IdentityTestBase {

    @Test
    void signsInBySms() {
        var customer = person().registered();
        String signIn = open(customer);

        customer.proveSignIn(signIn, code(customer.newestCode()))
                .then()
                .statusCode(200)
                .body("personId", equalTo(customer.id.toString()));
    }

    @Test
    void signsInByPasskeyWithoutAnyName() {
        var customer = person().bound();

        customer.signInByPasskey()
                .then()
                .statusCode(200)
                .body("personId", equalTo(customer.id.toString()))
                .body("level", equalTo("L3"));
    }

    @Test
    void tellsAnUnknownPhoneOnlyAfterItsCodeWasRight() {
        var stranger = person();
        String signIn = open(stranger);

        stranger.proveSignIn(signIn, code(stranger.newestCode()))
                .then()
                .statusCode(409)
                .body("code", equalTo("PHONE_NOT_REGISTERED"));
    }

    @Test
    void answersAChallengeOnce() {
        var customer = person().bound();
        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String id = opened.path("id");
        String assertion = customer.assertion(opened);
        customer.proveSignIn(id, assertion).then().statusCode(200);

        customer.proveSignIn(id, assertion).then().statusCode(409).body("code", equalTo("SIGN_IN_OVER"));
    }

    @Test
    void refusesAnAssertionForAnotherChallenge() {
        var customer = person().bound();
        String assertion = customer.assertion(customer.openSignIn(Map.of("method", "PASSKEY")));
        String other = customer.openSignIn(Map.of("method", "PASSKEY")).path("id");

        customer.proveSignIn(other, assertion).then().statusCode(422).body("code", equalTo("PROOF_WRONG"));
    }

    @Test
    void refusesAClonedAuthenticatorWhoseCounterStandsStill() {
        var customer = person().bound();
        var clone = EmulatedAuthenticator.restore(customer.device.export());
        customer.signInByPasskey().then().statusCode(200);

        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String options = new io.vertx.core.json.JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        String assertion = "{\"method\":\"PASSKEY\",\"assertion\":" + clone.get(options, TestPerson.ORIGIN) + "}";

        customer.proveSignIn(opened.path("id"), assertion).then().statusCode(422);
    }

    @Test
    void refusesAPageOfAnotherOrigin() {
        var customer = person().bound();
        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String options = new io.vertx.core.json.JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        String phished = customer.device.get(options, "https://localhost.example");

        customer.proveSignIn(opened.path("id"), "{\"method\":\"PASSKEY\",\"assertion\":" + phished + "}")
                .then()
                .statusCode(422);
    }

    @Test
    void locksTheCodeTellsTheOwnerAndLeavesLiveSessionsAndPasskeysAlone() {
        var customer = person().bound();
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 9, now() - interval '2 minutes')",
                "person:" + customer.id);
        String signIn = open(customer);
        String right = customer.newestCode();
        customer.proveSignIn(signIn, code(right.equals("000000") ? "111111" : "000000"))
                .then()
                .statusCode(422);

        assertThat(customer.newestSms(), containsString("锁定"));
        customer.proveSignIn(signIn, code(right)).then().statusCode(429).body("code", equalTo("LOCKED_OUT"));
        customer.refresh();
        customer.request().get("/api/v1/me").then().statusCode(200);
        customer.signInByPasskey().then().statusCode(200);
    }

    @Test
    void aRightProofClearsTheCount() {
        var customer = person().bound();
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 4, now() - interval '2 minutes')",
                "person:" + customer.id);
        customer.signInByPasskey().then().statusCode(200);

        assertEquals(0, count("SELECT count(*) FROM failure_count WHERE subject = $1", "person:" + customer.id));
    }

    @Test
    void announcesADeviceThatIsNewToTheAccount() {
        var customer = person().bound();
        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String proof = customer.assertion(opened);
        String withDevice = proof.substring(0, proof.length() - 1) + ",\"device\":{\"id\":\"" + UUID.randomUUID()
                + "\",\"name\":\"New phone\"}}";
        customer.proveSignIn(opened.path("id"), withDevice).then().statusCode(200);

        assertThat(customer.newestSms(), containsString("新设备"));
    }

    @Test
    void aDeviceThatTheAppDoesNotNameIsAnnouncedAsNewEachTime() {
        var customer = person().bound();
        for (int times = 1; times <= 2; times++) {
            customer.signInByPasskey().then().statusCode(200);

            assertThat(customer.newestSms(), containsString("新设备"));
            assertEquals(times, warnings(customer));
        }
    }

    @Test
    void theFirstSessionOfAnAccountIsNoNews() {
        var customer = person().registered();

        assertThat(customer.newestSms(), not(containsString("新设备")));
        assertEquals(0, warnings(customer));
    }

    private long warnings(TestPerson customer) {
        return count(
                "SELECT count(*) FROM outbox_event WHERE type = 'anju.risk.alerted.v1' AND subject = $1",
                customer.id.toString());
    }

    @Test
    void listsSessionsAndSignsOutOneAndAll() {
        var customer = person().bound();
        var elsewhere = personWith(customer.phone);
        elsewhere.hold(customer.signInByPasskey().jsonPath());
        var sessions = customer.request().get("/api/v1/me/sessions").then().body("items", hasSize(2));
        String other = sessions.extract().path("items.find { !it.current }.id");

        customer.request().delete("/api/v1/me/sessions/" + other).then().statusCode(204);
        customer.refreshWith(elsewhere.refreshToken).then().statusCode(400);
        customer.request().delete("/api/v1/me/sessions/" + other).then().statusCode(404);
        customer.request().delete("/api/v1/me/sessions").then().statusCode(200).body("ended", equalTo(1));
        customer.refreshWith(customer.refreshToken).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void someoneElsesSessionIsNotFound() {
        var customer = person().registered();
        var other = person().registered();
        String session = other.request().get("/api/v1/me/sessions").path("items[0].id");

        customer.request().delete("/api/v1/me/sessions/" + session).then().statusCode(404);
        other.refresh();
    }

    private static String open(TestPerson person) {
        return person.openSignIn(Map.of("method", "SMS", "phone", person.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String code(String digits) {
        return "{\"method\":\"SMS\",\"code\":\"" + digits + "\"}";
    }
}
