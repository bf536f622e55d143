package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one guard of failures: asked in every grant, cleared by a right proof alone, and no weapon in strange hands. */
@QuarkusTest
class GuardTest extends IdentityTestBase {

    private static final String HERE = "203.0.113.90";
    private static final String ELSEWHERE = "203.0.113.91";

    @AfterEach
    void forgetTheStranger() {
        sql("DELETE FROM failure_count WHERE subject = 'client:care-service'");
    }

    @Test
    void refreshingClearsNoCount() {
        var customer = person().bound();
        failed(customer, 4);

        customer.refresh();
        customer.refresh();

        assertEquals(4, count("SELECT failures FROM failure_count WHERE subject = $1", "person:" + customer.id));
    }

    @Test
    void anAttackersFailuresEndNoLiveSessionAndHoldUpNoRefresh() {
        var customer = person().bound();
        failed(customer, 9);
        String opened = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .path("id");
        String right = customer.newestCode();
        customer.proveSignIn(opened, code(right.equals("000000") ? "111111" : "000000"))
                .then()
                .statusCode(422);
        assertThat(customer.newestSms(), containsString("锁定"));

        customer.proveSignIn(opened, code(right)).then().statusCode(429).body("code", equalTo("LOCKED_OUT"));
        customer.refresh();
        customer.request().get("/api/v1/me").then().statusCode(200);
        assertEquals(1, count("SELECT count(*) FROM session WHERE person_id = $1 AND ended_at IS NULL", customer.id));
    }

    @Test
    void aStrangersFailuresHoldUpCodesAndNoPasskey() {
        var customer = person().bound();
        letTheNextCodeBeSent();
        String bySms = openCardBinding(customer, "SMS").path("id");
        failed(customer, 10);

        customer.proveVerification(bySms, code(customer.newestCode()))
                .then()
                .statusCode(429)
                .body("code", equalTo("LOCKED_OUT"));
        proveByPasskey(customer, openCardBinding(customer, "PASSKEY")).then().statusCode(200);
        failed(customer, 10);
        customer.signInByPasskey().then().statusCode(200);
    }

    @Test
    void aWrongAssertionIsHeldUpByALockAndCountedWithoutOne() {
        var customer = person().bound();
        Response opened = openCardBinding(customer, "PASSKEY");
        String ofAnother = customer.assertion(openCardBinding(customer, "PASSKEY"));
        customer.proveVerification(opened.path("id"), ofAnother).then().statusCode(422);
        assertEquals(1, count("SELECT failures FROM failure_count WHERE subject = $1", "person:" + customer.id));

        sql("UPDATE failure_count SET failures = 10 WHERE subject = $1", "person:" + customer.id);
        customer.proveVerification(opened.path("id"), ofAnother)
                .then()
                .statusCode(429)
                .body("code", equalTo("LOCKED_OUT"));
    }

    private static Response openCardBinding(TestPerson customer, String method) {
        return customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", method);
    }

    private static Response proveByPasskey(TestPerson customer, Response opened) {
        return customer.proveVerification(opened.path("id"), customer.assertion(opened));
    }

    @Test
    void aTokenThatEndedIsSaidToHaveEndedHoweverOftenItIsShown() {
        var customer = person().registered();
        String ended = customer.refreshToken;
        given().formParam("token", ended).post("/oauth2/revoke").then().statusCode(200);
        for (int tries = 0; tries < 12; tries++) {
            refreshFrom(HERE, "made-up-" + tries);
            refreshFrom(HERE, ended).then().statusCode(400).body("error", equalTo("invalid_grant"));
        }
    }

    @Test
    void madeUpRefreshTokensAreSlowedDownByAddressAndEndNoLiveSession() {
        var customer = person().registered();
        twoFreeThenSlowed(400, "invalid_grant", "slow_down", () -> refreshFrom(HERE, "made-up-" + UUID.randomUUID()));

        refreshFrom(ELSEWHERE, "made-up").then().statusCode(400).body("error", equalTo("invalid_grant"));
        String next = refreshFrom(HERE, customer.refreshToken)
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");
        refreshFrom(HERE, "made-up").then().statusCode(429);
        refreshFrom(HERE, next).then().statusCode(200);
        assertEquals(1, count("SELECT count(*) FROM session WHERE person_id = $1 AND ended_at IS NULL", customer.id));
    }

    @Test
    void clientsThatNobodyKnowsAreSlowedDownByAddressAndKnownOnesPass() {
        var unknown = new TestClient("no-such-client", TestClient.keyPair().getPrivate());
        twoFreeThenSlowed(
                401, "invalid_client", "slow_down", () -> unknown.askFrom(HERE, unknown.assertion(claims -> {})));

        var known = new TestClient("care-service");
        known.askFrom(HERE, known.assertion(claims -> {})).then().statusCode(200);
    }

    @Test
    void assertionsThatFailAreCountedForTheClientAndForTheAddress() {
        var stranger = new TestClient("care-service", TestClient.keyPair().getPrivate());
        stranger.askFrom(HERE, stranger.assertion(claims -> {})).then().statusCode(401);
        stranger.askFrom(ELSEWHERE, stranger.assertion(claims -> {})).then().statusCode(401);
        stranger.askFrom(ELSEWHERE, stranger.assertion(claims -> {})).then().statusCode(401);

        assertEquals(3, count("SELECT failures FROM failure_count WHERE subject = 'client:care-service'"));
        assertEquals(
                3,
                count("SELECT sum(failures) FROM failure_count WHERE subject LIKE 'stranger:%' HAVING count(*) = 2"));
    }

    @Test
    void subjectTokensThatFailAreSlowedDownAndGoodOnesAreExchanged() {
        var client = new TestClient("care-service");
        var customer = person().registered();
        twoFreeThenSlowed(400, "invalid_grant", "slow_down", () -> client.exchange("no token", "loan-service"));

        client.exchange(customer.accessToken, "loan-service").then().statusCode(200);
    }

    @Test
    void passkeysThatNobodyHasAreSlowedDownByAddressAndKnownOnesPass() {
        var customer = person().bound();
        var stranger = person();
        stranger.device.create(
                customer.request().post("/api/v1/passkeys/options").asString(), TestPerson.ORIGIN);
        twoFreeThenSlowed(422, "PROOF_WRONG", "SLOWED_DOWN", stranger::signInByPasskey);

        customer.signInByPasskey().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/staff/enrolments, 203.0.113.92", "/api/v1/recoveries, 203.0.113.93"})
    void codesFromTheCounterAreSlowedDownByAddress(String path, String address) {
        for (int tries = 0; tries < 3; tries++) {
            code(path, address).then().statusCode(422);
        }

        sql("UPDATE failure_count SET failures = 9 WHERE failures = 3 AND subject LIKE $1", "stranger:%");
        code(path, address).then().statusCode(429).body("code", equalTo("SLOWED_DOWN"));
        code(path, ELSEWHERE).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void anAssertionWithAnIdThatNobodyKeepsIsOneMoreThatFails(int length) {
        var client = new TestClient("care-service");
        String odd = client.assertion(claims -> claims.setJwtId("x".repeat(length)));

        client.askFrom(HERE, odd).then().statusCode(401).body("error", equalTo("invalid_client"));
        assertEquals(1, count("SELECT failures FROM failure_count WHERE subject = 'client:care-service'"));
    }

    @Test
    void anAssertionWithANulInItsIdFailsByItself() {
        var client = new TestClient("care-service");

        client.askFrom(HERE, client.assertion(claims -> claims.setJwtId("a\u0000b")))
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        client.askFrom(HERE, client.assertion(claims -> claims.setJwtId("i".repeat(128))))
                .then()
                .statusCode(200);
    }

    private static Response code(String path, String address) {
        return TestPerson.anonymous()
                .header("X-Forwarded-For", address)
                .body(Map.of("code", "guess-" + UUID.randomUUID()))
                .post(path);
    }

    private static Response refreshFrom(String address, String token) {
        return given().header("X-Forwarded-For", address)
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", "anju-app")
                .formParam("refresh_token", token)
                .post("/oauth2/token");
    }

    /** The third failure is the first after which one waits; after seven it is sixteen seconds, on the slowest machine. */
    private static void twoFreeThenSlowed(int status, String code, String slow, Supplier<Response> failure) {
        for (int tries = 0; tries < 3; tries++) {
            failure.get().then().statusCode(status).body(containsString(code));
        }
        for (int tries = 3; tries < 7; tries++) {
            failure.get().then().body(anyOf(containsString(code), containsString(slow)));
        }
        failure.get().then().statusCode(429).body(containsString(slow));
    }

    @Test
    void aStrangerWhoGuessesAClientsAssertionsHoldsUpNobody() {
        var client = new TestClient("care-service");
        var stranger = new TestClient("care-service", TestClient.keyPair().getPrivate());
        for (int tries = 0; tries < 12; tries++) {
            int status = stranger.ask(stranger.assertion(claims -> {}), "loan-service")
                    .statusCode();
            assertEquals(true, status == 401 || status == 429, "answered " + status);
        }

        client.ask(client.assertion(claims -> {}), "loan-service").then().statusCode(200);
    }

    private void failed(TestPerson customer, int times) {
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, $2, now() - interval '2 minutes')",
                "person:" + customer.id,
                times);
    }

    private static String code(String digits) {
        return "{\"method\":\"SMS\",\"code\":\"" + digits + "\"}";
    }
}
