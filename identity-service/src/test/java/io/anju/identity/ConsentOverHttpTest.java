package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.identity.consent.Lapsing;
import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentOverHttpTest extends IdentityTestBase {

    @Inject
    Lapsing lapsing;

    @Test
    void grantsPerChannelAndTellsTheOthers() {
        var customer = person().registered();
        String receipt = decide(customer, Map.of("purpose", "MARKETING", "channel", "SMS", "decision", "GRANTED"))
                .then()
                .statusCode(201)
                .extract()
                .path("receiptId");

        var told = neighbours.awaitEvent("anju.customer.consent-changed.v1", customer.id.toString());
        assertEquals(receipt, told.path("receiptId").asText());
        standing(customer, "MARKETING", "SMS", true);
        standing(customer, "MARKETING", "CALL", false);
    }

    @Test
    void withdrawsAsEasilyAndReceiptsIt() {
        var customer = person().registered();
        decide(customer, Map.of("purpose", "CREDIT_CHECK", "decision", "GRANTED"))
                .then()
                .statusCode(201);

        customer.request()
                .delete("/api/v1/me/consents/CREDIT_CHECK")
                .then()
                .statusCode(200)
                .body("decision", equalTo("WITHDRAWN"));
        standing(customer, "CREDIT_CHECK", "", false);
        customer.request()
                .delete("/api/v1/me/consents/CREDIT_CHECK")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONSENT_NOT_GRANTED"));
    }

    @Test
    void withdrawsAllInOneStepEachWithAReceiptOfItsOwn() {
        var customer = person().registered();
        customer.decide("CREDIT_CHECK", "", "GRANTED").then().statusCode(201);
        customer.decide("MARKETING", "SMS", "GRANTED").then().statusCode(201);
        customer.decide("ANALYTICS", "", "REFUSED").then().statusCode(201);

        customer.request()
                .delete("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body("items.purpose", containsInAnyOrder("CREDIT_CHECK", "MARKETING"))
                .body("items.decision", everyItem(equalTo("WITHDRAWN")));

        standing(customer, "CREDIT_CHECK", "", false);
        standing(customer, "MARKETING", "SMS", false);
        customer.request().delete("/api/v1/me/consents").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void recordsARefusalLikeAGrant() {
        var customer = person().registered();

        decide(customer, Map.of("purpose", "ANALYTICS", "decision", "REFUSED"))
                .then()
                .statusCode(201)
                .body("decision", equalTo("REFUSED"));
        assertEquals(1, count("SELECT count(*) FROM consent WHERE customer_id = $1", customer.id));
    }

    @Test
    void asksNoConsentForWhatAContractOrALawNeeds() {
        decide(person().registered(), Map.of("purpose", "SERVICE", "decision", "REFUSED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PURPOSE_NEEDS_NO_CONSENT"));
    }

    @Test
    void bundlesNoChannels() {
        decide(person().registered(), Map.of("purpose", "MARKETING", "decision", "GRANTED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONSENT_CHANNEL_UNKNOWN"));
    }

    @Test
    void theDatabaseItselfLetsNoDecisionBeChanged() {
        var customer = person().registered();
        decide(customer, Map.of("purpose", "ANALYTICS", "decision", "REFUSED"))
                .then()
                .statusCode(201);

        assertThrows(
                RuntimeException.class,
                () -> sql("UPDATE consent SET decision = 'GRANTED' WHERE customer_id = $1", customer.id));
    }

    @Test
    void givesASignedReceiptWithItsPlaceInTheEvidenceLog() throws Exception {
        var customer = person().registered();
        var answer = customer.decide("CREDIT_CHECK", "", "GRANTED")
                .then()
                .statusCode(201)
                .extract();
        String document = answer.path("document");

        var claims = read(document);
        assertEquals(answer.path("receiptId"), claims.getJwtId());
        assertEquals(customer.id.toString(), claims.getSubject());
        var consent = (Map<?, ?>) claims.getClaimValue("consent");
        assertEquals("GRANTED", consent.get("decision"));
        assertEquals("CONSENT", consent.get("legalBasis"));
        assertEquals(Set.of("zh", "en"), ((Map<?, ?>) consent.get("necessity")).keySet());

        var told = neighbours.awaitEvent("anju.customer.consent-changed.v1", customer.id.toString());
        assertEquals(Digests.sha256(document), told.path("receiptSha256").asText());
        String leaf = neighbours.told("anju.customer.consent-changed.v1").stream()
                .filter(event -> event.path("subject").asText().equals(customer.id.toString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertEquals("/api/v1/log/leaves/" + leaf + "/proof", answer.path("proof"));
        customer.request().get(answer.header("Location")).then().statusCode(200).body("document", equalTo(document));
    }

    @Test
    void showsAReceiptToNobodyElse() {
        var location = person().registered().decide("ANALYTICS", "", "REFUSED").header("Location");

        person().registered().request().get(location).then().statusCode(404);
    }

    @Test
    void asksNobodyAgainAfterARefusalUnlessTheCustomerBegins() {
        var customer = person().registered();
        String prompt =
                asked(customer, "ANALYTICS").then().statusCode(201).extract().path("id");
        assertEquals(prompt, asked(customer, "ANALYTICS").path("id"));
        answer(customer, "ANALYTICS", prompt, "REFUSED").then().statusCode(201);

        asked(customer, "ANALYTICS").then().statusCode(409).body("code", equalTo("CONSENT_REFUSED_BEFORE"));
        answer(customer, "ANALYTICS", prompt, "GRANTED")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONSENT_PROMPT_ANSWERED"));
        customer.request()
                .get("/api/v1/me/consents")
                .then()
                .body("items.find { it.purpose == 'ANALYTICS' }.consents[0].mayAsk", equalTo(false));

        customer.decide("ANALYTICS", "", "GRANTED").then().statusCode(201);
        standing(customer, "ANALYTICS", "", true);
    }

    @Test
    void takesAnotherCustomersQuestionForNone() {
        var customer = person().registered();
        String prompt = asked(person().registered(), "ANALYTICS").path("id");

        answer(customer, "ANALYTICS", prompt, "GRANTED")
                .then()
                .statusCode(404)
                .body("code", equalTo("CONSENT_PROMPT_UNKNOWN"));
    }

    @Test
    void aChangedPurposeEndsTheConsentTellsTheOthersAndAsksAgain() {
        String purpose = "TEST_" + UUID.randomUUID();
        publish(purpose, 1);
        var customer = person().registered();
        customer.decide(purpose, "", "GRANTED").then().statusCode(201);
        neighbours.awaitEvent("anju.customer.consent-changed.v1", customer.id.toString());

        publish(purpose, 2);

        standing(customer, purpose, "", false);
        lapsing.lapse().await().indefinitely();
        lapsing.lapse().await().indefinitely();
        assertEquals(
                1, count("SELECT count(*) FROM consent WHERE customer_id = $1 AND decision = 'LAPSED'", customer.id));
        Awaitility.await()
                .until(() -> neighbours.told("anju.customer.consent-changed.v1").stream()
                        .filter(event -> event.path("subject").asText().equals(customer.id.toString()))
                        .anyMatch(event -> !event.at("/data/granted").asBoolean()));
        asked(customer, purpose).then().statusCode(201).body("purpose.version", equalTo(2));
    }

    @Test
    void aWithdrawalClosesTheDataFromTheNextReadingOnWhateverTheReaderRemembers() {
        var customer = person().verified();
        customer.decide("CREDIT_CHECK", "", "GRANTED").then().statusCode(201);
        customer.decide("MARKETING", "SMS", "GRANTED").then().statusCode(201);
        read("loan-service", customer, "/party?purpose=CREDIT_CHECK").then().statusCode(200);
        read("care-service", customer, "/contact?purpose=MARKETING&channel=SMS")
                .then()
                .statusCode(200);
        read("care-service", customer, "/contact?purpose=MARKETING&channel=CALL")
                .then()
                .statusCode(403)
                .body("code", equalTo("CONSENT_MISSING"));

        customer.withdraw("CREDIT_CHECK", "").then().statusCode(200);
        customer.withdraw("MARKETING", "SMS").then().statusCode(200);

        read("loan-service", customer, "/party?purpose=CREDIT_CHECK")
                .then()
                .statusCode(403)
                .body("code", equalTo("CONSENT_MISSING"));
        read("care-service", customer, "/contact?purpose=MARKETING&channel=SMS")
                .then()
                .statusCode(403);
        read("care-service", customer, "/contact?purpose=SERVICE").then().statusCode(200);
    }

    @Test
    void theCatalogueItselfLetsNoPurposeBeChanged() {
        assertThrows(RuntimeException.class, () -> sql("UPDATE purpose SET keep_years = 99"));
    }

    private static JwtClaims read(String document) throws Exception {
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedType(true, "consent-receipt+jwt")
                .setExpectedIssuer(true, TestClient.ISSUER)
                .setRequireJwtId()
                .build()
                .processToClaims(document);
    }

    private void publish(String purpose, int version) {
        sql("""
                INSERT INTO purpose (code, version, legal_basis, channels, data_en, data_zh, title_en, title_zh, keep_years)
                VALUES ($1, $2, 'CONSENT', '{}', 'd', 'd', 't', 't', 1)""", purpose, version);
    }

    private static Response asked(TestPerson person, String purpose) {
        return person.request().body(Map.of("purpose", purpose)).post("/api/v1/me/consent-prompts");
    }

    private static Response answer(TestPerson person, String purpose, String prompt, String decision) {
        return decide(person, Map.of("purpose", purpose, "prompt", prompt, "decision", decision));
    }

    private static Response read(String service, TestPerson customer, String what) {
        return given().auth()
                .oauth2(new TestClient(service).token("identity-service"))
                .get("/internal/customers/" + customer.id + what);
    }

    private static Response decide(TestPerson person, Map<String, String> decision) {
        return person.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(decision)
                .post("/api/v1/me/consents");
    }

    private static void standing(TestPerson person, String purpose, String channel, boolean granted) {
        person.request()
                .get("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.purpose == '%s' }.consents.find { it.channel == '%s' }.granted"
                                .formatted(purpose, channel),
                        equalTo(granted));
    }
}
