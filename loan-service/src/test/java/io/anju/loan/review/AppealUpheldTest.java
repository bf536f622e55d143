package io.anju.loan.review;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An appeal against a decline is upheld: others decide anew. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class AppealUpheldTest {

    private static final String CASES = "/api/v1/staff/applications/";
    private static final String DECLINE = "{\"decision\":\"DECLINE\",\"reasons\":[\"INCOME_UNCLEAR\"]}";

    Neighbours neighbours;

    private final UUID recommender = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private Desk desk;
    private UUID customer;
    private String application;

    @BeforeEach
    void declined() {
        desk = new Desk(neighbours);
        customer = desk.customer();
        application = desk.inReview(customer);
        desk.recommend(recommender, application, "DECLINE").then().statusCode(200);
        desk.decide(approver, application, DECLINE).then().statusCode(200);
    }

    @Test
    void tellsWhoDecidedSoThatTheyDoNotAnswerTheAppeal() {
        var deciders = neighbours
                .awaitEvent("anju.application.decided.v1", application)
                .path("deciders");

        assertEquals(
                Set.of(recommender.toString(), approver.toString()),
                Set.of(deciders.path(0).asText(), deciders.path(1).asText()));
    }

    @Test
    void isDecidedAnewByPeopleWhoHadNoPart() {
        answered(customer, "APPEAL", "DECISION", "UPHELD");

        desk.as(UUID.randomUUID(), "approver")
                .get(CASES + application)
                .then()
                .body("application.state", equalTo("IN_REVIEW"))
                .body("recommendation", nullValue())
                .body("timeline.reason", hasItem("APPEAL_UPHELD"));
        desk.recommend(recommender, application, "APPROVE")
                .then()
                .statusCode(403)
                .body("code", equalTo("RECUSED"));
        desk.recommend(UUID.randomUUID(), application, "APPROVE").then().statusCode(200);
        desk.decide(approver, application, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("RECUSED"));
        desk.decide(UUID.randomUUID(), application, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(200);
        desk.awaitState(customer, application, "APPROVED");
    }

    @Test
    void staysDeclinedWhenTheAnswerIsNoOrIsAboutSomethingElse() {
        answered(customer, "APPEAL", "DECISION", "NOT_UPHELD");
        answered(customer, "APPEAL", "DECISION", "PARTLY_UPHELD");
        answered(customer, "COMPLAINT", "DECISION", "UPHELD");
        answered(customer, "APPEAL", "RISK_HOLD", "UPHELD");
        answered(UUID.randomUUID(), "APPEAL", "DECISION", "UPHELD");

        desk.as(customer).get("/api/v1/applications/" + application).then().body("state", equalTo("DECLINED"));
    }

    @Test
    void isNotOpenedAgainOnceOthersHaveDecided() {
        answered(customer, "APPEAL", "DECISION", "UPHELD");
        desk.approved(application);

        answered(customer, "APPEAL", "DECISION", "UPHELD");

        desk.as(customer).get("/api/v1/applications/" + application).then().body("state", equalTo("APPROVED"));
    }

    private void answered(UUID appellant, String kind, String about, String outcome) {
        desk.tell(
                "care-service", "anju.complaint.answered.v1", UUID.randomUUID().toString(), """
                {"customerId":"%s","complaintId":"%s","kind":"%s","about":"%s","subject":"%s","outcome":"%s"}
                """.formatted(
                                appellant, UUID.randomUUID(), kind, about, application, outcome));
    }
}
