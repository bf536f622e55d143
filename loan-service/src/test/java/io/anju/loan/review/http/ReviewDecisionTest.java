package io.anju.loan.review.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two people decide of a case, and when not. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ReviewDecisionTest {

    private static final String CASES = "/api/v1/staff/applications/";

    Neighbours neighbours;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    @Test
    void takesTwoPeopleToDecide() {
        String id = desk.inReview(customer);
        var first = UUID.randomUUID();

        desk.decide(first, id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_RECOMMENDED"));
        desk.recommend(first, id, "APPROVE").then().statusCode(200);
        desk.decide(first, id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("APPROVED"))
                .body("application.terms.tranches[0].annualRate", equalTo("0.032"));
    }

    @Test
    void takesTwoPeoplesYesToApprove() {
        String id = desk.inReview(customer);
        desk.recommend(UUID.randomUUID(), id, "DECLINE").then().statusCode(200);

        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECOMMENDED_TO_DECLINE"));
        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}").then().statusCode(200);
    }

    @Test
    void isDecidedOnTheAdviceThatTheApproverHasRead() {
        String id = desk.inReview(customer);
        var approver = UUID.randomUUID();
        String seen = desk.recommend(UUID.randomUUID(), id, "APPROVE")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);

        desk.decide(approver, id, "{\"decision\":\"APPROVE\"}", seen)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void tellsTheBorrowerWhyItDeclines() {
        String id = desk.inReview(customer);
        desk.recommend(UUID.randomUUID(), id, "DECLINE").then().statusCode(200);

        for (String body : List.of("{\"decision\":\"DECLINE\"}", "{\"decision\":\"DECLINE\",\"reasons\":[]}")) {
            desk.decide(UUID.randomUUID(), id, body)
                    .then()
                    .statusCode(400)
                    .body("fields[0].field", equalTo("reasons"))
                    .body("fields[0].code", equalTo("DECLINE_WITHOUT_REASON"));
        }
    }

    @Test
    void isDecidedByAnApproverOnly() {
        String id = desk.inReview(customer);

        desk.as(UUID.randomUUID(), "loan-officer")
                .body("{\"decision\":\"APPROVE\"}")
                .post(CASES + id + "/decision")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
        desk.as(UUID.randomUUID(), "approver")
                .body("{\"decision\":\"APPROVE\"}")
                .post(CASES + id + "/decision")
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
        desk.as(customer).get(CASES + id).then().statusCode(403);
    }

    @Test
    void doesNotApproveWhatTheRulesForbid() {
        // 1 million on a home of 1.05 million: more than 85 %.
        String id = desk.inReview(
                customer,
                Desk.CONTENT.formatted(UUID.randomUUID()).replace("\"price\":150000000", "\"price\":105000000"));
        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);

        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RULES_NOT_MET"))
                .body("reasons", hasItem("LOAN_TO_VALUE"));
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"DECLINE\",\"reasons\":[\"LOAN_TO_VALUE\"]}")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("DECLINED"))
                .body("application.reasons", hasItem("LOAN_TO_VALUE"));
        var decided = neighbours.awaitEvent("anju.application.decided.v1", id);
        assertEquals("LOAN_TO_VALUE", decided.at("/reasons/0").asText());
    }
}
