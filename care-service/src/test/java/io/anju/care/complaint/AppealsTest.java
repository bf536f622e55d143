package io.anju.care.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.care.permit.PermitTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision is looked at again, on the clocks of a complaint and beside the complaints. */
@QuarkusTest
class AppealsTest extends PermitTestBase {

    private static final String APPEALS = "/api/v1/appeals";

    private final UUID hold = UUID.randomUUID();

    @Test
    void isKeptApartFromComplaints() {
        var id = appeal();

        asCustomer().get(APPEALS).then().body("items.id", contains(id));
        asCustomer().get(APPEALS + "/" + id).then().statusCode(200).body("kind", equalTo("APPEAL"));
        asCustomer().get("/api/v1/complaints").then().body("items", empty());
        asCustomer().get("/api/v1/complaints/" + id).then().statusCode(404);
        asCustomer().post("/api/v1/complaints/" + id + "/withdrawal").then().statusCode(404);
    }

    @Test
    void stopsContactUntilItIsAnsweredAndTellsOfEachStep() {
        var id = appeal();
        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(403).body("code", equalTo("COMPLAINT_OPEN"));

        asStaff(UUID.randomUUID(), "compliance")
                .body("{\"outcome\":\"UPHELD\",\"text\":\"The hold is lifted.\"}")
                .post("/api/v1/staff/complaints/" + id + "/answer")
                .then()
                .statusCode(200);

        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(201);
        asCustomer()
                .get("/api/v1/messages")
                .then()
                .body("items.template", contains("APPEAL_ANSWERED", "APPEAL_OPENED", "CONSENT_GIVEN"));
        var told = neighbours.awaitEvent("anju.complaint.answered.v1", id);
        assertEquals("APPEAL", told.path("kind").asText());
        assertEquals(hold.toString(), told.path("subject").asText());
    }

    @Test
    void isAgainstSomethingThatWasDecided() {
        post("{\"about\":\"RISK_HOLD\",\"text\":\"It was me.\"}").statusCode(400);
        post("{\"about\":\"SERVICE\",\"subject\":\"%s\",\"text\":\"Slow.\"}".formatted(hold))
                .statusCode(400);
        asCustomer().get(APPEALS).then().body("items", empty());
    }

    @Test
    void againstADecisionIsNotAnsweredByThoseWhoTookIt() {
        var application = UUID.randomUUID();
        var recommender = UUID.randomUUID();
        var approver = UUID.randomUUID();
        decided(application, "\"deciders\":[\"%s\",\"%s\"]".formatted(recommender, approver));
        var id = appealAgainst(application);

        answer(recommender, id).statusCode(403).body("code", equalTo("RECUSED"));
        answer(approver, id).statusCode(403).body("code", equalTo("RECUSED"));
        answer(UUID.randomUUID(), id).statusCode(200);
    }

    @Test
    void waitsForNobodyToTellWhoTookTheDecision() {
        var application = UUID.randomUUID();
        var approver = UUID.randomUUID();
        decided(application, "\"reasons\":[]");
        var id = appealAgainst(application);

        decided(application, "\"deciders\":[\"%s\"]".formatted(approver));

        answer(approver, id).statusCode(403).body("code", equalTo("RECUSED"));
        answer(UUID.randomUUID(), id).statusCode(200);
    }

    private void decided(UUID application, String more) {
        told(
                "loan-service",
                "anju.application.decided.v1",
                "\"applicationId\":\"%s\",\"decision\":\"DECLINED\",%s".formatted(application, more));
    }

    private String appealAgainst(UUID application) {
        return post("{\"about\":\"DECISION\",\"subject\":\"%s\",\"text\":\"Look again.\"}".formatted(application))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse answer(UUID officer, String id) {
        return asStaff(officer, "compliance")
                .body("{\"outcome\":\"UPHELD\",\"text\":\"Two others will look at it.\"}")
                .post("/api/v1/staff/complaints/" + id + "/answer")
                .then();
    }

    @Test
    void isTakenBack() {
        var id = appeal();

        asCustomer()
                .post(APPEALS + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(201);
    }

    private String appeal() {
        return post("{\"about\":\"RISK_HOLD\",\"subject\":\"%s\",\"text\":\"It was me.\"}".formatted(hold))
                .statusCode(201)
                .body("dueDate", notNullValue())
                .extract()
                .path("id");
    }

    private ValidatableResponse post(String body) {
        return asCustomer().body(body).post(APPEALS).then();
    }
}
