package io.anju.care.permit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the contact: its outcome, once; and "not again", at once and for every agency. */
@QuarkusTest
class ContactOutcomeTest extends PermitTestBase {

    /** Contact at any hour, so that a permit can be used in the moment of the test. */
    @BeforeEach
    void collectionAtAnyHour() {
        sql("update contact_purpose_policy set allowed_from = '00:00', allowed_until = '23:59:59.999'"
                + " where purpose = 'COLLECTION'");
    }

    @Test
    void takesTheOutcomeOnce() {
        var permit = permitForNow();

        report(agency, permit, "NO_ANSWER").statusCode(204);

        neighbours.awaitEvent("anju.contact.made.v1", permit);
        report(agency, permit, "REACHED").statusCode(409).body("code", equalTo("OUTCOME_ALREADY_REPORTED"));
        asCustomer().get("/api/v1/me/contacts").then().body("items[0].outcome", equalTo("NO_ANSWER"));
    }

    @Test
    void stopsEveryAgencyOnceTheCustomerSaysNotAgain() {
        var permit = permitForNow();
        var other = "agency-" + UUID.randomUUID();
        var othersReference = reference(vettedAgency(other));

        report(agency, permit, "DO_NOT_CONTACT_AGAIN").statusCode(204);

        ask(other, othersReference, COLLECTION, "CALL", Instant.now().toString())
                .statusCode(403)
                .body("code", equalTo("DO_NOT_CONTACT"));
        asCustomer().get("/api/v1/messages").then().body("items[0].template", equalTo("CONTACT_REFUSAL_NOTED"));
    }

    @Test
    void stopsWhenTheCustomerSaysSoInTheApp() {
        asCustomer()
                .body("{\"purpose\":\"MARKETING\",\"channel\":\"CALL\"}")
                .post("/api/v1/me/contacts/refusals")
                .then()
                .statusCode(204);

        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(403).body("code", equalTo("DO_NOT_CONTACT"));
    }

    @Test
    void takesNoOutcomeOfAnothersPermit() {
        var permit = permitForNow();
        var other = "agency-" + UUID.randomUUID();
        vettedAgency(other);

        report(other, permit, "REACHED").statusCode(404);
    }

    @Test
    void takesNoContactBeforeItsTime() {
        String permit = ask(MARKETING, "CALL", tomorrowAt(10)).extract().path("id");

        report(agency, permit, "REACHED").statusCode(409).body("code", equalTo("PERMIT_NOT_YET_USABLE"));
    }

    @Test
    void takesThatAContactWasNotMade() {
        String permit = ask(MARKETING, "CALL", tomorrowAt(10)).extract().path("id");

        report(agency, permit, "NOT_MADE").statusCode(204);

        asCustomer().get("/api/v1/me/contacts").then().body("items.outcome", contains("NOT_MADE"));
    }

    private String permitForNow() {
        return ask(COLLECTION, "CALL", Instant.now().toString())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse report(String client, String permit, String outcome) {
        return with(neighbours.tokens().agency(client))
                .body("{\"outcome\":\"%s\"}".formatted(outcome))
                .post(PERMITS + "/" + permit + "/outcome")
                .then();
    }
}
