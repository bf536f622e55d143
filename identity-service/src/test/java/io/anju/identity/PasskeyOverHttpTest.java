package io.anju.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeyOverHttpTest extends IdentityTestBase {

    @Test
    void asksForARealNameFirst() {
        person().registered()
                .request()
                .post("/api/v1/passkeys/options")
                .then()
                .statusCode(403)
                .body("code", equalTo("LEVEL_TOO_LOW"));
    }

    @Test
    void isReadByItsOwnerAlone() {
        var customer = person().bound();
        String passkey = customer.request().get("/api/v1/passkeys").path("items[0].id");

        customer.request()
                .get("/api/v1/passkeys/" + passkey)
                .then()
                .statusCode(200)
                .body("id", equalTo(passkey));
        person().bound().request().get("/api/v1/passkeys/" + passkey).then().statusCode(404);
    }

    @Test
    void asksForAVerification() {
        var customer = person().verified();
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + customer.device.create(options, TestPerson.ORIGIN) + "}";

        customer.request()
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", org.hamcrest.Matchers.containsString("insufficient_user_authentication"));
    }

    @Test
    void refusesAnotherCredentialThanTheOneThatWasVerified() {
        var customer = person().verified();
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + customer.device.create(options, TestPerson.ORIGIN) + "}";
        String slippedIn = "{\"credential\":" + new EmulatedAuthenticator().create(options, TestPerson.ORIGIN) + "}";
        String token = customer.verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body);

        customer.request()
                .header("Verification-Token", token)
                .body(slippedIn)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys")
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"));
    }

    @Test
    void refusesADeviceThatDoesNotVerifyItsUser() {
        var customer = person().verified();
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":"
                + EmulatedAuthenticator.withoutUserVerification().create(options, TestPerson.ORIGIN) + "}";
        String token = customer.verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body);

        customer.request()
                .header("Verification-Token", token)
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys")
                .then()
                .statusCode(422)
                .body("code", equalTo("PASSKEY_REJECTED"))
                .body("finding", equalTo("USER_NOT_VERIFIED"));
    }

    @Test
    void answersAlikeWhenTheFirstAnswerWasLost() {
        var customer = person().verified();
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + customer.device.create(options, TestPerson.ORIGIN) + "}";
        String token = customer.verifyBySms("passkey.add", "/api/v1/passkeys", "identity-service", body);
        String key = UUID.randomUUID().toString();

        String first = enrol(customer, key, token, body);
        String second = enrol(customer, key, token, body);

        assertEquals(first, second);
        customer.request().get("/api/v1/passkeys").then().body("items", hasSize(1));
    }

    private static String enrol(TestPerson customer, String key, String token, String body) {
        return customer.request()
                .header("Idempotency-Key", key)
                .header("Verification-Token", token)
                .body(body)
                .post("/api/v1/passkeys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void addsASecondOneByTheFirstAndNotBySms() {
        var customer = person().bound();
        customer.openVerification("passkey.add", "/api/v1/passkeys", "identity-service", "{}", "SMS")
                .then()
                .statusCode(422)
                .body("code", equalTo("METHOD_NOT_OFFERED"));
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + new EmulatedAuthenticator().create(options, TestPerson.ORIGIN) + "}";
        String token = customer.verify("passkey.add", "/api/v1/passkeys", "identity-service", body);

        customer.request()
                .header("Verification-Token", token)
                .body(body)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/passkeys")
                .then()
                .statusCode(201);
        customer.request().get("/api/v1/passkeys").then().body("items", hasSize(2));
    }

    @Test
    void revokesOneAndLetsNobodyInWithIt() {
        var customer = person().bound();
        String path =
                "/api/v1/passkeys/" + customer.request().get("/api/v1/passkeys").path("items[0].id");
        String token = customer.verify("passkey.revoke", path, "identity-service", "");

        customer.request()
                .header("Verification-Token", token)
                .delete(path)
                .then()
                .statusCode(204);
        customer.signInByPasskey().then().statusCode(422);
        customer.request().get("/api/v1/passkeys").then().body("items[0].state", equalTo("REVOKED"));
    }

    /** L3 is L2 and a passkey: what asks for it is not opened by SMS when there is none any more. */
    @Test
    void theLevelThatAPasskeyGaveGoesWithTheLastOne() {
        var customer = person().bound();
        customer.request().get("/api/v1/me").then().body("level", equalTo("L3"));

        sql("UPDATE passkey SET revoked_at = now() WHERE person_id = $1", customer.id);
        customer.refresh();

        customer.request().get("/api/v1/me").then().body("level", equalTo("L2"));
        assertEquals("L2", levelOf(customer.accessToken));
        String loan = "/api/v1/loans/" + UUID.randomUUID();
        customer.openVerification("repayment.prepay", loan, "repayment-service", "{}", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("LEVEL_TOO_LOW"));
    }

    private static String levelOf(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8)).getString("acr");
    }

    @Test
    void itsOwnerGivesItAnotherName() {
        var customer = person().bound();
        String id = customer.request().get("/api/v1/passkeys").path("items[0].id");

        rename(customer, id, " My phone ").then().statusCode(200).body("name", equalTo("My phone"));
        rename(customer, id, "My phone").then().statusCode(200).body("name", equalTo("My phone"));
        refusesBlanks("name", blank -> rename(customer, id, blank));
        rename(customer, id, "x".repeat(81)).then().statusCode(400);
        rename(person().bound(), id, "Mine").then().statusCode(404);
        customer.request().get("/api/v1/passkeys").then().body("items[0].name", equalTo("My phone"));
    }

    @Test
    void aCounterThatWentBackIsWrittenDownForItsOwner() {
        var customer = person().bound();
        var clone = EmulatedAuthenticator.restore(customer.device.export());
        customer.signInByPasskey().then().statusCode(200);
        customer.request().get("/api/v1/passkeys").then().body("items[0].counterWentBackAt", nullValue());

        Response opened = customer.openSignIn(Map.of("method", "PASSKEY"));
        String options = new JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        customer.proveSignIn(
                        opened.path("id"),
                        "{\"method\":\"PASSKEY\",\"assertion\":" + clone.get(options, TestPerson.ORIGIN) + "}")
                .then()
                .statusCode(422);

        customer.request()
                .get("/api/v1/passkeys")
                .then()
                .body("items[0].state", equalTo("ENROLLED"))
                .body("items[0].counterWentBackAt", notNullValue());
        customer.signInByPasskey().then().statusCode(200);
    }

    private static Response rename(TestPerson person, String id, String name) {
        return person.request().body(Map.of("name", name)).patch("/api/v1/passkeys/" + id);
    }
}
