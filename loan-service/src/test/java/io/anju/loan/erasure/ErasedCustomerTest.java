package io.anju.loan.erasure;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What binds a customer, and what is left of one who is erased. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ErasedCustomerTest {

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void customerAtTheDesk() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    private ValidatableResponse ties() {
        return RestAssured.given()
                .auth()
                .oauth2(neighbours.tokens().service("identity-service", "loan-service"))
                .get("/internal/customers/" + customer + "/ties")
                .then()
                .statusCode(200);
    }

    private void erased() {
        desk.tell(
                "identity-service",
                "anju.customer.erased.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"erasedAt\":\"2026-11-29T02:00:00Z\"}".formatted(customer));
    }

    private long count(String query) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from " + query)) {
            statement.setObject(1, customer);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDraftBindsNobody() {
        desk.draft(customer);

        ties().body("ties", hasSize(0)).body("lastSettledOn", nullValue());
    }

    @Test
    void anApplicationUnderWayBinds() {
        String application = desk.inReview(customer);

        ties().body("ties.application", equalTo(List.of(application))).body("ties[0].state", equalTo("IN_REVIEW"));
    }

    @Test
    void aLoanBindsUntilItIsSettled() {
        String application = desk.approved(customer);
        var loan = UUID.randomUUID();
        desk.released(customer, application, UUID.randomUUID());
        desk.tellOfLoan("anju.loan.disbursed.v1", customer, application, loan, ",\"tranche\":1");
        ties().body("ties[0].state", equalTo("ACTIVE"));

        desk.tellOfLoan("anju.loan.settled.v1", customer, application, loan, ",\"contractSettled\":true");

        String settledOn = ties().body("ties", hasSize(0)).extract().path("lastSettledOn");
        erased();
        assertEquals(settledOn, ties().extract().path("lastSettledOn"));
        // Anti-money-laundering law art. 34: what led to a loan is kept.
        assertEquals(1, count("application where customer_id = ? and length(facts) > 0"));
    }

    @Test
    void whatLedToALoanGoesWhenNoLawKeepsItAnyLonger() {
        String application = desk.approved(customer);
        var loan = UUID.randomUUID();
        desk.released(customer, application, UUID.randomUUID());
        desk.tellOfLoan("anju.loan.disbursed.v1", customer, application, loan, ",\"tranche\":1");
        desk.tellOfLoan(
                "anju.instalment.overdue.v1", customer, application, loan, ",\"number\":1,\"dueDate\":\"2026-12-22\"");
        desk.tellOfLoan("anju.loan.settled.v1", customer, application, loan, ",\"contractSettled\":true");
        erased();
        assertEquals(1, count("own_arrears where customer_id = ?"));

        retentionEnded("CONTRACTS");
        assertEquals(1, count("application where customer_id = ? and length(facts) > 0"));
        retentionEnded("LATE_PAYMENTS");
        retentionEnded("APPLICATIONS");
        retentionEnded("APPLICATIONS");

        assertEquals(0, count("own_arrears where customer_id = ?"));
        assertEquals(0, count("application where customer_id = ? and (length(facts) > 0 or property_key is not null)"));
        assertEquals(
                0,
                count("document d join application a on a.id = d.application_id"
                        + " where a.customer_id = ? and length(d.sealed_key) > 0"));
        desk.as(UUID.randomUUID(), "loan-officer")
                .get("/api/v1/staff/applications/" + application)
                .then()
                .statusCode(404);
    }

    private void retentionEnded(String item) {
        desk.tell(
                "identity-service",
                "anju.customer.retention-ended.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"item\":\"%s\"}".formatted(customer, item));
    }

    @Test
    void whatLedToNoLoanIsGoneAndWhatWasDecidedStays() {
        String application = desk.inReview(customer);
        desk.recommend(UUID.randomUUID(), application, "APPROVE").then().statusCode(200);
        desk.decide(UUID.randomUUID(), application, "{\"decision\":\"DECLINE\",\"reasons\":[\"LOAN_TO_VALUE\"]}")
                .then()
                .statusCode(200);
        desk.complete(customer);

        erased();
        erased();

        assertEquals(2, count("application where customer_id = ? and length(facts) = 0 and erased_at is not null"));
        assertEquals(0, count("application where customer_id = ? and property_key is not null"));
        assertEquals(
                0,
                count("document d join application a on a.id = d.application_id"
                        + " where a.customer_id = ? and length(d.sealed_key) > 0"));
        assertEquals(0, count("credit_check_consent where customer_id = ?"));
        assertEquals(
                1,
                count("application_timeline t join application a on a.id = t.application_id"
                        + " where a.customer_id = ? and t.to_state = 'DECLINED'"));
        desk.as(customer).get("/api/v1/applications").then().body("items", hasSize(0));
        desk.as(UUID.randomUUID(), "loan-officer")
                .get("/api/v1/staff/applications/" + application)
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheChecksFoundGoesWithTheApplicationAndOnlyThen() {
        String application = desk.inReview(customer);
        String findings = "assessment s join application a on a.id = s.application_id"
                + " where a.customer_id = ? and (s.findings <> '[]' or s.lines <> '[]' or s.report_id <> ''"
                + " or length(s.open_loans) > 0)";
        assertEquals(1, count(findings));
        assertThrows(
                SQLException.class,
                () -> write("update assessment set findings = '[]', lines = '[]', report_id = ''"
                        + " where application_id = '" + application + "'"));

        erased();

        assertEquals(0, count(findings));
        assertEquals(1, count("assessment s join application a on a.id = s.application_id where a.customer_id = ?"));
        assertThrows(
                SQLException.class,
                () -> write("update assessment set score = 1, findings = '[]', lines = '[]', report_id = ''"
                        + " where application_id = '" + application + "'"));
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anAccessTokenThatLivesOnBeginsNothing() {
        String draft = desk.draft(customer);
        erased();

        desk.as(customer)
                .body("{\"product\":\"FIRST_HOME\"}")
                .post("/api/v1/applications")
                .then()
                .statusCode(401);
        desk.as(customer)
                .header("If-Match", "*")
                .body("{\"dueDay\":7}")
                .patch("/api/v1/applications/" + draft)
                .then()
                .statusCode(401);
        desk.consent(customer, true);

        assertEquals(1, count("application where customer_id = ?"));
        assertEquals(0, count("credit_check_consent where customer_id = ?"));
    }

    @Test
    void anApplicationBegunInTheSameMomentIsWithdrawn() {
        String application = desk.inReview(customer);

        erased();

        assertEquals(1, count("application where customer_id = ? and state = 'WITHDRAWN'"));
        neighbours.awaitEvent("anju.application.withdrawn.v1", application);
    }
}
