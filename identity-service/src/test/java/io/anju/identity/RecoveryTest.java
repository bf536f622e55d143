package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who lost every passkey gets back in at a counter, with two members of staff. */
@QuarkusTest
class RecoveryTest extends IdentityTestBase {

    private static final String AT_COUNTER = "/api/v1/staff/recoveries";

    // Each code of the demonstration enrols one passkey, once for all tests.
    private static TestPerson teller;
    private static TestPerson officer;

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member WHERE name = 'officer Hu'") == 1);
        if (teller == null) {
            teller = StaffEnrolment.signedIn(person(), "sun-code");
            officer = StaffEnrolment.signedIn(person(), "hu-code");
        }
    }

    @Test
    void aCustomerWhoLostEverythingEnrolsANewPasskeyAndTheOldOneIsOut() {
        var customer = person().bound();
        String id = propose(customer);
        assertThat(customer.newestSms(), containsString("网点申请恢复"));
        customer.signInByPasskey().then().statusCode(200);

        String code = approve(officer, id).then().statusCode(200).extract().path("recoveryCode");
        assertThat(customer.newestSms(), containsString("已在网点恢复"));
        customer.signInByPasskey().then().statusCode(422);
        customer.refreshWith(customer.refreshToken).then().statusCode(400).body("error", equalTo("invalid_grant"));

        var again = personWith(customer.phone);
        enrol(again.device, begin(code)).then().statusCode(201);
        again.signInByPasskey()
                .then()
                .statusCode(200)
                .body("personId", equalTo(customer.id.toString()))
                .body("level", equalTo("L3"));
        begin(code).then().statusCode(422).body("code", equalTo("RECOVERY_CODE_NOT_GOOD"));
    }

    @Test
    void theNewPasskeyProvesActsAndTheOldOneDoesNot() {
        var customer = person().bound();
        String code = approve(officer, propose(customer)).path("recoveryCode");
        var again = personWith(customer.phone);
        enrol(again.device, begin(code)).then().statusCode(201);
        again.hold(again.signInByPasskey().jsonPath());

        Response opened = again.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "PASSKEY");
        opened.then().statusCode(201).body("passkeyOptions.allowCredentials.size()", equalTo(1));
        again.proveVerification(opened.path("id"), again.assertion(opened))
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverIdentifiedTheCustomerDoesNotLetThemIn() {
        var customer = person().bound();
        String id = propose(customer);

        assertEquals(
                403,
                teller.openVerification("recovery.approve", AT_COUNTER + "/" + id, "identity-service", "", null)
                        .statusCode());
        sql("UPDATE account_recovery SET proposed_by = $2 WHERE id = $1", UUID.fromString(id), officer.id);
        approve(officer, id).then().statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        customer.signInByPasskey().then().statusCode(200);
    }

    @Test
    void nobodyIsIdentifiedByAnothersNameOrNumberAndTheAnswerDoesNotTellWhich() {
        var customer = person().bound();

        identify("李四", customer.idNumber).then().statusCode(422).body("code", equalTo("CUSTOMER_NOT_IDENTIFIED"));
        identify("张三", TestPerson.newIdNumber())
                .then()
                .statusCode(422)
                .body("code", equalTo("CUSTOMER_NOT_IDENTIFIED"));
        identify("张三", "110105194912310021").then().statusCode(422).body("code", equalTo("ID_NUMBER_CHECK_WRONG"));
        sql("DELETE FROM failure_count WHERE subject = $1", "counter:" + teller.id);
    }

    @Test
    void tryingNumbersAtACounterIsSlowedDownAndLocksNobodysSignIn() {
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 6, now())",
                "counter:" + teller.id);
        identify("张三", TestPerson.newIdNumber()).then().statusCode(429).body("code", equalTo("SLOWED_DOWN"));
        teller.signInByPasskey().then().statusCode(200);

        sql("DELETE FROM failure_count WHERE subject = $1", "counter:" + teller.id);
    }

    @Test
    void theCustomerSeesWhoReadTheirData() {
        var customer = person().bound();
        String id = propose(customer);
        officer.request()
                .get(AT_COUNTER + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("张*"))
                .body("state", equalTo("PROPOSED"));

        customer.request()
                .get("/api/v1/me/access-records")
                .then()
                .body("items.reader", hasItems(teller.id.toString(), officer.id.toString()))
                .body("items.purpose", hasItem("ACCOUNT_RECOVERY"));
        officer.request()
                .get(AT_COUNTER)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items[0].name", nullValue());
    }

    @Test
    void staffWithoutTrainingIdentifyNobody() throws Exception {
        var customer = person().bound();
        sql("UPDATE staff_member SET trained_until = '2020-01-01' WHERE id = $1", teller.id);
        teller.refresh();
        try {
            identify("张三", customer.idNumber).then().statusCode(403).body("code", equalTo("TRAINING_LAPSED"));
        } finally {
            sql("UPDATE staff_member SET trained_until = '2099-12-31' WHERE id = $1", teller.id);
            teller.refresh();
        }
    }

    @Test
    void aRejectedOneChangesNothing() {
        var customer = person().bound();
        String id = propose(customer);
        officer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .post(AT_COUNTER + "/" + id + "/rejection")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));

        approve(officer, id).then().statusCode(409).body("code", equalTo("RECOVERY_DECIDED_ALREADY"));
        customer.signInByPasskey().then().statusCode(200);
    }

    @Test
    void aCustomerWhoLeftTheCounterBeginsAgain() {
        var customer = person().bound();
        String id = propose(customer);
        sql("UPDATE account_recovery SET expires_at = now() WHERE id = $1", UUID.fromString(id));

        approve(officer, id).then().statusCode(410).body("code", equalTo("RECOVERY_EXPIRED"));
    }

    @Test
    void aCodeIsGoodForHalfAnHour() {
        var customer = person().bound();
        String id = propose(customer);
        String code = approve(officer, id).path("recoveryCode");
        Response begun = begin(code);
        sql("UPDATE account_recovery SET code_expires_at = now() WHERE id = $1", UUID.fromString(id));

        begin(code).then().statusCode(422).body("code", equalTo("RECOVERY_CODE_NOT_GOOD"));
        enrol(new EmulatedAuthenticator(), begun).then().statusCode(422);
    }

    @Test
    void aCodeIsTakenHoweverManyWereWrongFromItsAddress() {
        String code = approve(officer, propose(person().bound())).path("recoveryCode");
        begin("made-up").then().statusCode(422);
        sql("UPDATE failure_count SET failures = 12, last_failed_at = now() WHERE subject LIKE $1", "stranger:%");

        begin("made-up").then().statusCode(429);
        begin(code).then().statusCode(201);
    }

    @Test
    void aSecondRecoveryVoidsWhateverTheFirstOneGave() {
        var customer = person().bound();
        String first = approve(officer, propose(customer)).path("recoveryCode");
        Response begun = begin(first);
        String waiting = propose(customer);
        String second = approve(officer, propose(customer)).path("recoveryCode");

        begin(first).then().statusCode(422).body("code", equalTo("RECOVERY_CODE_NOT_GOOD"));
        enrol(new EmulatedAuthenticator(), begun).then().statusCode(422);
        approve(officer, waiting).then().statusCode(410).body("code", equalTo("RECOVERY_EXPIRED"));
        enrol(new EmulatedAuthenticator(), begin(second)).then().statusCode(201);
    }

    /** An access token outlives its session by minutes: what was opened with it does not. */
    @Test
    void aRecoveryEndsWhatWasUnderWay() {
        var customer = person().bound();
        var newPhone = person();
        String change = openPhoneChange(customer, newPhone);
        String newCode = newPhone.newestCode();
        letTheNextCodeBeSent();
        Response act = customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS");
        String code = customer.newestCode();
        customer.request().post("/api/v1/passkeys/options").then().statusCode(200);

        approve(officer, propose(customer)).then().statusCode(200);

        customer.request()
                .body(Map.of("code", newCode))
                .post("/api/v1/me/phone-changes/" + change + "/proof")
                .then()
                .statusCode(410)
                .body("code", equalTo("PHONE_CHANGE_EXPIRED"));
        customer.proveVerification(act.path("id"), "{\"method\":\"SMS\",\"code\":\"" + code + "\"}")
                .then()
                .statusCode(410)
                .body("code", equalTo("VERIFICATION_EXPIRED"));
        assertEquals(0, count("SELECT count(*) FROM passkey_enrolment WHERE person_id = $1", customer.id));
    }

    private static String openPhoneChange(TestPerson customer, TestPerson newPhone) {
        String path = "/api/v1/me/phone-changes";
        String body = "{\"phone\":\"" + newPhone.phone + "\"}";
        return customer.request()
                .header("Verification-Token", customer.verify("phone.change", path, "identity-service", body))
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void theTokenOfACodeOpensNothingElse() {
        var customer = person().bound();
        Response begun = begin(approve(officer, propose(customer)).path("recoveryCode"));
        String token = begun.then().statusCode(201).extract().path("recoveryToken");

        for (String path : List.of("/api/v1/me", "/api/v1/passkeys", "/api/v1/me/sessions", AT_COUNTER)) {
            TestPerson.anonymous().auth().oauth2(token).get(path).then().statusCode(403);
        }
        TestPerson.anonymous()
                .auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"credential\":{}}")
                .post("/api/v1/recoveries/" + UUID.randomUUID() + "/passkey")
                .then()
                .statusCode(404);
    }

    @Test
    void ofTwoPasskeysAtOnceOneIsEnrolled() {
        var customer = person().bound();
        Response begun = begin(approve(officer, propose(customer)).path("recoveryCode"));
        String options =
                new JsonObject(begun.asString()).getJsonObject("passkeyOptions").encode();

        var answers = Stream.generate(EmulatedAuthenticator::new)
                .limit(3)
                .map(device -> device.create(options, TestPerson.ORIGIN))
                .map(credential -> CompletableFuture.supplyAsync(
                        () -> enrol(credential, begun).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(201, 422, 422), answers);
        assertEquals(1, count("SELECT count(*) FROM passkey WHERE person_id = $1 AND revoked_at IS NULL", customer.id));
    }

    private static String propose(TestPerson customer) {
        return identify("张三", customer.idNumber)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response identify(String name, String idNumber) {
        return teller.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", name, "idNumber", idNumber, "papers", "ID card, seen by daylight"))
                .post(AT_COUNTER);
    }

    private static Response approve(TestPerson by, String id) {
        String token = by.verify("recovery.approve", AT_COUNTER + "/" + id, "identity-service", "");
        return by.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(AT_COUNTER + "/" + id + "/approval");
    }

    private static Response begin(String code) {
        return TestPerson.anonymous().body(Map.of("code", code)).post("/api/v1/recoveries");
    }

    private static Response enrol(EmulatedAuthenticator device, Response begun) {
        String options =
                new JsonObject(begun.asString()).getJsonObject("passkeyOptions").encode();
        return enrol(device.create(options, TestPerson.ORIGIN), begun);
    }

    private static Response enrol(String credential, Response begun) {
        return TestPerson.anonymous()
                .auth()
                .oauth2(begun.path("recoveryToken"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"credential\":" + credential + "}")
                .post("/api/v1/recoveries/" + begun.path("id") + "/passkey");
    }
}
