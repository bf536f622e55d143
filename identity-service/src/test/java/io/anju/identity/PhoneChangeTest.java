package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changing one's phone: both phones, or a passkey and the new phone. */
@QuarkusTest
class PhoneChangeTest extends IdentityTestBase {

    private static final String CHANGES = "/api/v1/me/phone-changes";

    @Test
    void bothPhonesChangeIt() {
        var customer = person().registered();
        var newPhone = person();
        String body = body(newPhone);
        String token = customer.verifyBySms("phone.change", CHANGES, "identity-service", body);
        String id = open(customer, token, body).then().statusCode(201).extract().path("id");

        prove(customer, id, newPhone.newestCode())
                .then()
                .statusCode(200)
                .body("phone", startsWith(newPhone.phone.substring(0, 3) + "****"));
        assertThat(customer.newestSms(), containsString("手机号已更换"));
        signInBySms(newPhone).then().statusCode(200).body("personId", equalTo(customer.id.toString()));
        signInBySms(customer).then().statusCode(409).body("code", equalTo("PHONE_NOT_REGISTERED"));
        customer.refresh();
    }

    @Test
    void aPasskeyStandsForTheOldPhone() {
        var customer = person().bound();
        var newPhone = person();
        String id = openedByPasskey(customer, newPhone).path("id");
        prove(customer, id, newPhone.newestCode()).then().statusCode(200);

        customer.request().get("/api/v1/me").then().body("phone", startsWith(newPhone.phone.substring(0, 3)));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM phone_change WHERE customer_id = $1 AND completed_at IS NOT NULL AND phone_sealed IS NULL",
                        customer.id),
                "the phone is kept in one place");
    }

    @Test
    void withoutAProofOfTheOldSideNothingIsOpened() {
        var customer = person().registered();
        String body = body(person());

        customer.request()
                .body(body)
                .post(CHANGES)
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
        assertEquals(0, count("SELECT count(*) FROM phone_change WHERE customer_id = $1", customer.id));
    }

    @Test
    void aVerificationOpensOneChangeForTheOnePhoneItWasCutFor() {
        var customer = person().registered();
        String body = body(person());
        String token = customer.verifyBySms("phone.change", CHANGES, "identity-service", body);

        open(customer, token, body(person())).then().statusCode(403).body("code", equalTo("VERIFICATION_MISMATCH"));
        open(customer, token, body).then().statusCode(201);
        open(customer, token, body).then().statusCode(403).body("code", equalTo("VERIFICATION_USED"));
    }

    @Test
    void whetherAPhoneIsRegisteredIsToldOnlyToWhoeverHoldsIt() {
        var customer = person().bound();
        var other = person().registered();
        letTheNextCodeBeSent();
        Response opened = openedByPasskey(customer, other);
        String right = other.newestCode();
        prove(customer, opened.path("id"), wrong(right)).then().statusCode(422).body("code", equalTo("PROOF_WRONG"));

        prove(customer, opened.path("id"), right).then().statusCode(409).body("code", equalTo("PHONE_TAKEN"));
        signInBySms(other).then().statusCode(200).body("personId", equalTo(other.id.toString()));
    }

    @Test
    void wrongCodesCountForTheCustomerWhateverTheWayIn() {
        var customer = person().bound();
        var newPhone = person();
        String id = openedByPasskey(customer, newPhone).path("id");
        prove(customer, id, wrong(newPhone.newestCode())).then().statusCode(422);

        assertEquals(1, count("SELECT failures FROM failure_count WHERE subject = $1", "person:" + customer.id));
    }

    @Test
    void somebodyElsesChangeIsNotFound() {
        var customer = person().bound();
        var newPhone = person();
        String id = openedByPasskey(customer, newPhone).path("id");

        prove(person().registered(), id, newPhone.newestCode()).then().statusCode(404);
        prove(customer, id, newPhone.newestCode()).then().statusCode(200);
        prove(customer, id, newPhone.newestCode())
                .then()
                .statusCode(409)
                .body("code", equalTo("PHONE_CHANGED_ALREADY"));
    }

    @Test
    void theSamePhoneAndNoPhoneAreRefused() {
        var customer = person().bound();
        String same = body(customer);
        open(customer, customer.verify("phone.change", CHANGES, "identity-service", same), same)
                .then()
                .statusCode(409)
                .body("code", equalTo("PHONE_IS_THE_SAME"));
        String none = "{\"phone\":\"12345\"}";
        open(customer, customer.verify("phone.change", CHANGES, "identity-service", none), none)
                .then()
                .statusCode(400)
                .body("fields[0].code", equalTo("PHONE_MALFORMED"));
    }

    @Test
    void aChangeThatWaitedTooLongIsOver() {
        var customer = person().bound();
        var newPhone = person();
        String id = openedByPasskey(customer, newPhone).path("id");
        sql("UPDATE phone_change SET expires_at = now() WHERE id = $1", UUID.fromString(id));

        prove(customer, id, newPhone.newestCode()).then().statusCode(410).body("code", equalTo("PHONE_CHANGE_EXPIRED"));
    }

    @Test
    void oneCodeThatArrivesManyTimesAtOnceChangesItOnce() {
        var customer = person().bound();
        var newPhone = person();
        String id = openedByPasskey(customer, newPhone).path("id");
        String code = newPhone.newestCode();

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> prove(customer, id, code).statusCode()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(200, 409, 409), answers);
    }

    @Test
    void theNewPhoneIsKeptSealed() {
        var customer = person().bound();
        var newPhone = person();
        openedByPasskey(customer, newPhone);

        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM phone_change WHERE position(convert_to($1, 'UTF8') in phone_sealed) > 0",
                        newPhone.phone));
    }

    private static Response openedByPasskey(TestPerson customer, TestPerson newPhone) {
        String body = body(newPhone);
        Response opened = open(customer, customer.verify("phone.change", CHANGES, "identity-service", body), body);
        opened.then().statusCode(201);
        return opened;
    }

    private static Response open(TestPerson customer, String verification, String body) {
        return customer.request()
                .header("Verification-Token", verification)
                .body(body)
                .post(CHANGES);
    }

    private static Response prove(TestPerson customer, String id, String code) {
        return customer.request().body(Map.of("code", code)).post(CHANGES + "/" + id + "/proof");
    }

    private static Response signInBySms(TestPerson person) {
        String id = person.openSignIn(Map.of("method", "SMS", "phone", person.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return person.proveSignIn(id, "{\"method\":\"SMS\",\"code\":\"" + person.newestCode() + "\"}");
    }

    private static String body(TestPerson holder) {
        return "{\"phone\":\"" + holder.phone + "\"}";
    }

    private static String wrong(String right) {
        return right.equals("000000") ? "111111" : "000000";
    }
}
