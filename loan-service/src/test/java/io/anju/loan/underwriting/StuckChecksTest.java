package io.anju.loan.underwriting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that cannot be done as foreseen ends with people, neither by itself nor never. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class StuckChecksTest {

    private static final String CASES = "/api/v1/staff/applications/";

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    private ValidatableResponse caseFile(String id) {
        return desk.as(UUID.randomUUID(), "loan-officer").get(CASES + id).then().statusCode(200);
    }

    @Test
    void whomTheBureauDoesNotKnowPeopleDecideAbout() {
        String id = desk.inReview(desk.customer("李查无", "11010519891231002X"));

        caseFile(id)
                .body("assessment.advice", equalTo("LOOK_CLOSER"))
                .body("assessment.openLoans", hasSize(0))
                .rootPath("assessment.findings.find { it.rule == 'NO_REPORT' }")
                .body("met", equalTo(false))
                .body("found", equalTo("PERSON_UNKNOWN"))
                .body("words.en", equalTo("the bureau has no report of the person: look closer"))
                .body("words.'zh-CN'", equalTo("征信机构没有此人的信用报告，须人工查看"));
        desk.approved(id);
    }

    @Test
    void whatIsNotCheckedInTimeGoesToTheOfficersAndIsNotApprovedUntilItIsCheckedAgain() throws SQLException {
        // identity-service does not know the person: an answer that no patience mends.
        var customer = UUID.randomUUID();
        desk.consent(customer, true);
        String id = desk.complete(customer);
        desk.submit(customer, id).then().statusCode(200);
        Awaitility.await("the fault is shown")
                .until(() ->
                        "identity-service 404".equals(caseFile(id).extract().path("checking.fault")));
        desk.as(customer).get("/api/v1/applications/" + id).then().body("state", equalTo("CHECKING"));

        // A day and an hour later.
        write("update application set updated_at = updated_at - interval '25 hours', check_due_at = now() where id = '"
                + id + "'");

        desk.awaitState(customer, id, "IN_REVIEW");
        caseFile(id)
                .body("assessment.findings.rule", contains("CHECK_NOT_DONE"))
                .body("assessment.findings[0].found", equalTo("identity-service 404"))
                .body("timeline.reason", hasItem("CHECKS_NOT_DONE"));
        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RULES_NOT_MET"))
                .body("reasons", contains("CHECK_NOT_DONE"));

        neighbours.answer(
                "/internal/customers/" + customer + "/party",
                "{\"name\":\"王五\",\"idNumber\":\"11010519891231002X\",\"phone\":\"13800000000\"}");
        desk.as(UUID.randomUUID(), "loan-officer")
                .post(CASES + id + "/check")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("SUBMITTED"));
        desk.awaitState(customer, id, "IN_REVIEW");
        caseFile(id).body("assessment.findings.rule", not(hasItem("CHECK_NOT_DONE")));
        // What was advised before the check was done is no advice on it.
        desk.decide(UUID.randomUUID(), id, "{\"decision\":\"APPROVE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_RECOMMENDED"));
        desk.approved(id);
    }

    @Test
    void aBureauThatDoesNotTakeOurKeyIsShownAndLeavesTheCaseToPeople() throws SQLException {
        var customer = desk.customer("王拒接", "11010519891231002X");
        String id = desk.complete(customer);
        desk.submit(customer, id).then().statusCode(200);
        Awaitility.await("the fault is shown")
                .until(() -> "bureau 401".equals(caseFile(id).extract().path("checking.fault")));
        // It is tried again later, not at once and again and again; others are checked meanwhile.
        caseFile(id).body("checking.attempts", equalTo(1)).body("application.state", equalTo("CHECKING"));
        desk.inReview(desk.customer());

        write("update application set updated_at = updated_at - interval '25 hours', check_due_at = now() where id = '"
                + id + "'");

        desk.awaitState(customer, id, "IN_REVIEW");
        caseFile(id)
                .body("assessment.findings.rule", contains("CHECK_NOT_DONE"))
                .body("assessment.findings[0].found", equalTo("bureau 401"))
                .body("timeline.reason", hasItem("CHECKS_NOT_DONE"));
        desk.recommend(UUID.randomUUID(), id, "DECLINE").then().statusCode(200);
    }

    @Test
    void aCaseThatAnotherWorksOnIsNotCheckedAgain() {
        String id = desk.inReview(desk.customer());
        desk.as(UUID.randomUUID(), "loan-officer")
                .post(CASES + id + "/claim")
                .then()
                .statusCode(200);

        desk.as(UUID.randomUUID(), "approver")
                .post(CASES + id + "/check")
                .then()
                .statusCode(409)
                .body("code", equalTo("CLAIMED_BY_ANOTHER"));
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
