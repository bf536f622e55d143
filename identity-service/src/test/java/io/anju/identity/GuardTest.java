package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one guard of failures: asked in every grant, cleared by a right proof alone, and no weapon in strange hands. */
@QuarkusTest
class GuardTest extends IdentityTestBase {

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
        String opened = customer.openSignIn(java.util.Map.of("method", "SMS", "phone", customer.phone))
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
    void aLockHoldsForEveryProofOfTheCustomer() {
        var customer = person().bound();
        Response verification =
                customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "PASSKEY");
        failed(customer, 10);

        customer.proveVerification(verification.path("id"), customer.assertion(verification))
                .then()
                .statusCode(429)
                .body("code", equalTo("LOCKED_OUT"));
        customer.signInByPasskey().then().statusCode(429).body("code", equalTo("LOCKED_OUT"));
    }

    @Test
    void aTokenThatEndedIsSaidToHaveEndedHoweverOftenItIsShown() {
        var customer = person().registered();
        for (int tries = 0; tries < 12; tries++) {
            customer.refreshWith("made-up").then().statusCode(400).body("error", equalTo("invalid_grant"));
        }

        customer.refresh();
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
