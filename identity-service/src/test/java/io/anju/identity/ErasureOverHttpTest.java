package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureOverHttpTest extends ErasureTestBase {

    @Test
    void tellsItemByItemWhatWouldGoAndWhatALawKeeps() {
        var customer = person().verified();
        settled(customer, "2025-03-31");

        customer.request()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("state", equalTo("POSSIBLE"))
                .body("items.find { it.item == 'PHONE' }.outcome", equalTo("DELETED"))
                .body("items.find { it.item == 'REAL_NAME' }.outcome", equalTo("KEPT"))
                .body("items.find { it.item == 'REAL_NAME' }.keptUntil", equalTo("2035-03-31"))
                .body("items.heldBy", hasItem("care-service"));
    }

    @Test
    void refusesWhileALoanLivesAndSaysWhich() {
        var customer = person().verified();
        var application = UUID.randomUUID();
        answer(customer, "{\"ties\":[{\"application\":\"%s\",\"state\":\"ACTIVE\"}]}".formatted(application));

        customer.request()
                .get(PATH)
                .then()
                .body("state", equalTo("NOT_NOW"))
                .body("obstacles", contains("ERASURE_LOAN_LIVES"));
        erase(customer)
                .then()
                .statusCode(409)
                .body("code", equalTo("ERASURE_LOAN_LIVES"))
                .body("ties[0].application", equalTo(application.toString()));
        customer.request().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void erasesNobodyOnAGuessWhileLoanServiceIsAway() {
        var customer = person().verified();

        erase(customer).then().statusCode(503).body("code", equalTo("UNAVAILABLE"));

        customer.request().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void asksForAVerification() {
        var customer = person().registered();

        customer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH)
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
    }

    @Test
    void anErasedCustomerIsFoundByNothingAndSignsInNoMore() {
        var customer = person().bound();
        String idNumber = customer.idNumber;
        var app = new KeyBoundApp(customer, ProofKey.es256());
        String signIn = app.openSignIn();
        app.proveSignIn(signIn, Map.of("dpopBoundAccessTokens", true), app.proofOfSignIn(signIn))
                .then()
                .statusCode(200);
        answer(customer, FREE);
        var before = dump();
        assertTrue(before.contains(app.key.thumbprint()));
        byte[] phone = sealed("SELECT phone_sealed FROM customer WHERE id = $1", customer);
        byte[] name = sealed("SELECT name_sealed FROM real_name WHERE customer_id = $1", customer);
        byte[] key = sealed("SELECT key_sealed FROM data_key WHERE customer_id = $1 AND kind = 'IDENTITY'", customer);
        assertTrue(before.contains(hex(cipher.lookupHash(customer.phone, "customer.phone"))));
        assertTrue(before.contains(hex(cipher.lookupHash(idNumber, "real_name.id_number"))));

        eraseByPasskey(customer).then().statusCode(201).body("state", equalTo("COMPLETE"));

        var after = dump();
        for (var trace : List.of(
                customer.phone,
                idNumber,
                hex(cipher.lookupHash(customer.phone, "customer.phone")),
                hex(cipher.lookupHash(customer.phone, "sms_code.phone")),
                hex(cipher.lookupHash(idNumber, "real_name.id_number")),
                app.key.thumbprint(),
                hex(phone),
                hex(name),
                hex(key))) {
            assertFalse(after.contains(trace));
        }
        customer.refreshWith(customer.refreshToken).then().statusCode(400);
        customer.signInByPasskey().then().statusCode(422);
        customer.request().get("/api/v1/me").then().statusCode(401);
        contact(customer).then().statusCode(404);
    }

    @Test
    void whatAnOlderDumpHoldsOpensByNoKeyThatIsLeft() {
        var customer = person().verified();
        answer(customer, FREE);
        byte[] phone = sealed("SELECT phone_sealed FROM customer WHERE id = $1", customer);
        byte[] number = sealed("SELECT id_number_sealed FROM real_name WHERE customer_id = $1", customer);

        erase(customer).then().statusCode(201);

        assertEquals(
                0,
                count("SELECT count(*) FROM data_key WHERE customer_id = $1 AND key_sealed IS NOT NULL", customer.id));
        assertThrows(IllegalStateException.class, () -> cipher.decryptBytes(phone, "customer.phone"));
        assertThrows(
                IllegalStateException.class, () -> cipher.decryptBytes(number, "real_name.id_number." + customer.id));
    }

    @Test
    void theAccountsAuditFactsRemain() {
        var customer = person().verified();
        customer.decide("CREDIT_CHECK", "", "GRANTED").then().statusCode(201);
        given().auth()
                .oauth2(new TestClient("loan-service").token("identity-service"))
                .get("/internal/customers/" + customer.id + "/party?purpose=CREDIT_CHECK")
                .then()
                .statusCode(200);
        answer(customer, FREE);

        erase(customer).then().statusCode(201);

        assertEquals(1, count("SELECT count(*) FROM consent WHERE customer_id = $1", customer.id));
        assertEquals(1, count("SELECT count(*) FROM access_record WHERE customer_id = $1", customer.id));
        assertEquals(1, count("SELECT count(*) FROM notice_acceptance WHERE customer_id = $1", customer.id));
        assertEquals(
                1,
                count("SELECT count(*) FROM verification WHERE person_id = $1 AND act = 'privacy.erase'", customer.id));
        assertEquals(
                customer.id.toString(),
                neighbours
                        .awaitEvent("anju.customer.erased.v1", customer.id.toString())
                        .path("customerId")
                        .asText());
    }

    @Test
    void theSamePhoneAndPersonMayBeginAnew() {
        var customer = person().verified();
        String idNumber = customer.idNumber;
        answer(customer, FREE);
        erase(customer).then().statusCode(201);
        sql("DELETE FROM sms_code");

        var anew = personWith(customer.phone).registered();

        assertFalse(anew.id.equals(customer.id));
        anew.checkRealName("张三", idNumber).then().statusCode(200);
    }

    @Test
    void askedTwiceAtOnceItIsOneErasure() {
        var customer = person().bound();
        answer(customer, FREE);
        String first = customer.verify("privacy.erase", PATH, "identity-service", "");
        String second = customer.verify("privacy.erase", PATH, "identity-service", "");

        var one = CompletableFuture.supplyAsync(() -> erase(customer, first));
        var other = CompletableFuture.supplyAsync(() -> erase(customer, second));

        assertEquals(201, one.join().statusCode());
        assertEquals(201, other.join().statusCode());
        assertEquals((String) one.join().path("id"), other.join().path("id"));
        neighbours.awaitEvent("anju.customer.erased.v1", customer.id.toString());
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM outbox_event WHERE type = 'anju.customer.erased.v1' AND subject = $1",
                        customer.id.toString()));
        customer.request().get(PATH).then().statusCode(200).body("state", equalTo("COMPLETE"));
    }

    @Test
    void dyingAtItsLastStepLeavesTheAccountWhole() {
        var customer = person().bound();
        answer(customer, FREE);
        sql("""
                CREATE FUNCTION die_at_last_step() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.type = 'anju.customer.erased.v1' THEN RAISE EXCEPTION 'killed'; END IF;
                    RETURN NEW;
                END $$""");
        sql(
                "CREATE TRIGGER die_at_last_step BEFORE INSERT ON outbox_event FOR EACH ROW EXECUTE FUNCTION die_at_last_step()");
        String token = customer.verify("privacy.erase", PATH, "identity-service", "");
        try {
            erase(customer, token).then().statusCode(500);
        } finally {
            sql("DROP TRIGGER die_at_last_step ON outbox_event");
            sql("DROP FUNCTION die_at_last_step");
        }

        customer.request().get("/api/v1/me").then().statusCode(200);
        customer.refresh();
        assertEquals(2, keysLeft(customer));

        erase(customer, token).then().statusCode(201).body("state", equalTo("COMPLETE"));
    }

    /** Whoever took over the phone number has no passkey. */
    @Test
    void takesNoCodeBySmsFromACustomerWhoHasAPasskey() {
        var customer = person().bound();
        letTheNextCodeBeSent();

        for (String[] act : new String[][] {{"privacy.erase", PATH}, {"privacy.export", "/api/v1/me/exports"}}) {
            customer.openVerification(act[0], act[1], "identity-service", "", "SMS")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("METHOD_NOT_OFFERED"));
        }
        person().registered()
                .openVerification("privacy.erase", PATH, "identity-service", "", "SMS")
                .then()
                .statusCode(201);
    }
}
