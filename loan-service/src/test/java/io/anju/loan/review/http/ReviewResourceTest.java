package io.anju.loan.review.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Metrics;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ReviewResourceTest {

    private static final String CASES = "/api/v1/staff/applications/";

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    @Test
    void showsWhyTheSystemAdvisesWhatItDoes() {
        String id = desk.inReview(customer);

        desk.as(UUID.randomUUID(), "loan-officer")
                .get(CASES + id)
                .then()
                .statusCode(200)
                .body("assessment.advice", equalTo("APPROVE"))
                .body("assessment.score", greaterThanOrEqualTo(60))
                .body("assessment.findings.rule", hasItems("DEBT_TO_INCOME", "LOAN_TO_VALUE", "AGE_PLUS_TERM"))
                .body("assessment.findings.met.every { it }", equalTo(true))
                .body("assessment.scorecard.attribute", hasItem("DEBT_TO_INCOME"));
        desk.as(UUID.randomUUID(), "approver")
                .queryParam("limit", 100)
                .get("/api/v1/staff/applications")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void tellsWhatTheContractIsDrawnUpFrom() {
        String id = desk.approved(customer);

        var approved = neighbours.awaitEvent("anju.loan.approved.v1", id);
        assertEquals("FIRST_HOME", approved.path("product").asText());
        assertEquals(100_000_000, approved.at("/tranches/0/principal").asLong());
        assertEquals("0.032", approved.at("/tranches/0/annualRate").asText());
        assertEquals("-0.003", approved.at("/tranches/0/spread").asText());
        assertEquals("FLOATING", approved.at("/tranches/0/rateBasis").asText());
        var decided = neighbours.awaitEvent("anju.application.decided.v1", id);
        assertEquals("APPROVED", decided.path("decision").asText());
    }

    @Test
    void findsASecondApplicationForTheSameHome() {
        String content = Desk.CONTENT.formatted("沪-" + UUID.randomUUID());
        desk.inReview(customer, content);
        String second = desk.inReview(desk.customer(), content);

        desk.as(UUID.randomUUID(), "loan-officer")
                .get(CASES + second)
                .then()
                .body("assessment.advice", equalTo("DECLINE"))
                .body("assessment.findings.find { it.rule == 'OPEN_APPLICATIONS' }.met", equalTo(false));
    }

    @Test
    void refusesAnActOnAnOldCopyOfTheCase() {
        String id = desk.inReview(customer);
        var officer = UUID.randomUUID();
        String seen = desk.as(officer, "loan-officer").get(CASES + id).header("ETag");
        String claimed = desk.as(officer, "loan-officer")
                .header("If-Match", seen)
                .post(CASES + id + "/claim")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        recommend(officer, id, seen).then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        desk.as(officer, "loan-officer").get(CASES + id).then().body("recommendation", nullValue());
        recommend(officer, id, claimed).then().statusCode(200);
    }

    private Response recommend(UUID officer, String id, String seen) {
        return desk.as(officer, "loan-officer")
                .header("If-Match", seen)
                .body("{\"recommendation\":\"APPROVE\",\"note\":\"Income and price fit.\"}")
                .post(CASES + id + "/recommendation");
    }

    @Test
    void keepsWhoLookedAtACase() throws SQLException {
        String id = desk.inReview(customer);
        var officer = UUID.randomUUID();

        desk.as(officer, "loan-officer").get(CASES + id).then().statusCode(200);

        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select 1 from case_reading where application_id = ?::uuid and reader = ?::uuid")) {
            statement.setString(1, id);
            statement.setString(2, officer.toString());
            assertTrue(statement.executeQuery().next());
        }
    }

    @Test
    void tellsIdentityWhoseDataWasShownToWhom() {
        String id = desk.inReview(customer);
        var looker = UUID.randomUUID();
        var claimer = UUID.randomUUID();

        desk.as(looker, "loan-officer").get(CASES + id).then().statusCode(200);
        desk.as(claimer, "loan-officer").post(CASES + id + "/claim").then().statusCode(200);
        desk.as(UUID.randomUUID(), "approver")
                .post(CASES + id + "/claim")
                .then()
                .statusCode(409);

        assertEquals(List.of(looker.toString(), claimer.toString()), readers(2));
        var told = neighbours.awaitEvent("anju.customer.data-read.v1", customer.toString());
        assertEquals("STAFF", told.path("readerKind").asText());
        assertEquals("APPLICATION_REVIEW", told.path("purpose").asText());
        assertEquals("/api/v1/staff/applications/" + id, told.path("resource").asText());
    }

    private List<String> readers(int atLeast) {
        return Awaitility.await()
                .until(
                        () -> neighbours.told("anju.customer.data-read.v1").stream()
                                .filter(e -> e.path("subject").asText().equals(customer.toString()))
                                .map(e -> e.path("data").path("reader").asText())
                                .distinct()
                                .toList(),
                        readers -> readers.size() >= atLeast);
    }

    @Test
    void countsApplicationsByStateForPrometheus() {
        double before = metric("anju_applications_entered_total{state=\"IN_REVIEW\"");
        desk.inReview(customer);

        assertEquals(before + 1, metric("anju_applications_entered_total{state=\"IN_REVIEW\""));
        assertTrue(metric("anju_applications{state=\"APPROVED\"") >= 0);
    }

    /** The value of the first line that begins so; 0 without one, -1 while there is no gauge yet. */
    private static double metric(String name) {
        return Metrics.find(name).orElse(name.contains("_total") ? 0 : -1);
    }

    @Test
    void readsTheBureausReport() {
        String id = desk.inReview(desk.customer("王逾期", "11010519891231002X"));

        desk.as(UUID.randomUUID(), "loan-officer")
                .get(CASES + id)
                .then()
                .body("assessment.findings.find { it.rule == 'OVERDUE_24M' }.met", equalTo(false));
    }

    @Test
    void keepsAClaimedCaseWithItsOfficer() {
        String id = desk.inReview(customer);
        var officer = UUID.randomUUID();
        desk.as(officer, "loan-officer").post(CASES + id + "/claim").then().statusCode(200);

        desk.recommend(UUID.randomUUID(), id, "APPROVE")
                .then()
                .statusCode(409)
                .body("code", equalTo("CLAIMED_BY_ANOTHER"));
        desk.recommend(officer, id, "APPROVE").then().statusCode(200);
    }

    @Test
    void goesBackToTheBorrowerForMoreInformation() {
        String id = desk.inReview(customer);
        desk.as(UUID.randomUUID(), "loan-officer")
                .body("{\"requests\":[\"最近六个月的工资流水\"]}")
                .post(CASES + id + "/information-requests")
                .then()
                .statusCode(200);

        neighbours.awaitEvent("anju.application.information-requested.v1", id);
        desk.as(customer)
                .get("/api/v1/applications/" + id)
                .then()
                .body("state", equalTo("MORE_INFORMATION_NEEDED"))
                .body("requests[0]", equalTo("最近六个月的工资流水"));
        desk.upload(customer, id, "OTHER", "%PDF-1.7 more".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(201);
        desk.submit(customer, id).then().statusCode(200);
        desk.awaitState(customer, id, "IN_REVIEW");
    }

    @Test
    void asksTheBorrowerToTheCounterAndGoesOnAfterTheInterview() {
        String id = desk.inReview(customer);
        desk.as(UUID.randomUUID(), "loan-officer")
                .post(CASES + id + "/interview")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("INTERVIEW_NEEDED"));
        var told = neighbours.awaitEvent("anju.application.needs-counter.v1", id);
        assertEquals(customer.toString(), told.path("customerId").asText());
        desk.recommend(UUID.randomUUID(), id, "APPROVE")
                .then()
                .statusCode(409)
                .body("possible", hasItem("RECORD_INTERVIEW"));

        desk.as(UUID.randomUUID(), "teller")
                .body("{\"note\":\"Seen with original papers.\"}")
                .post(CASES + id + "/interview/record")
                .then()
                .statusCode(204);

        desk.recommend(UUID.randomUUID(), id, "APPROVE").then().statusCode(200);
    }

    @Test
    void runsFromApprovalToSettlement() {
        String id = desk.approved(customer);
        var contract = UUID.randomUUID();
        var loan = UUID.randomUUID();
        desk.release(UUID.randomUUID(), id).then().statusCode(409).body("code", equalTo("NOT_POSSIBLE_IN_STATE"));

        desk.tellOfContract("anju.contract.drafted.v1", customer, id, contract, "");
        desk.tellOfContract("anju.contract.signed.v1", customer, id, contract, "");
        desk.tellOfContract("anju.contract.sealed.v1", customer, id, contract, "");
        desk.release(UUID.randomUUID(), id).then().statusCode(409).body("code", equalTo("MORTGAGE_NOT_REGISTERED"));
        desk.tellOfContract(
                "anju.mortgage.registered.v1", customer, id, contract, ",\"certificateNumber\":\"京(2026)证明第1号\"");
        desk.release(UUID.randomUUID(), id).then().statusCode(409).body("code", equalTo("COST_SHEET_NOT_CONFIRMED"));
        confirmCostSheet(id);
        desk.release(UUID.randomUUID(), id).then().statusCode(200).body("state", equalTo("DISBURSING"));

        var ordered = neighbours.awaitEvent("anju.loan.disbursement-ordered.v1", id);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertEquals(contract.toString(), ordered.path("contractId").asText());
        assertEquals(today.toString(), ordered.path("startDate").asText());
        assertEquals(
                today.plusMonths(1).toString(), ordered.path("firstDueDate").asText());
        assertEquals("ESCROW-" + id, ordered.at("/payee/reference").asText());

        desk.tellOfLoan("anju.loan.disbursed.v1", customer, id, loan, ",\"tranche\":1");
        desk.awaitState(customer, id, "ACTIVE");
        desk.tellOfLoan("anju.loan.settled.v1", customer, id, loan, ",\"contractSettled\":true");
        desk.as(customer)
                .get("/api/v1/applications/" + id)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("loanId", equalTo(loan.toString()));
    }

    private void confirmCostSheet(String id) {
        String sheet = "/api/v1/applications/" + id + "/cost-sheet";
        desk.as(customer)
                .body("{\"realAnnualRate\":\"0.0100\"}")
                .post(sheet + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", equalTo("COST_SHEET_CHANGED"));
        // (1 + 0.032/12)^12 - 1 = 0.0325
        desk.as(customer)
                .get(sheet)
                .then()
                .statusCode(200)
                .body("realAnnualRate", equalTo("0.0325"))
                .body("principal", equalTo(100_000_000));
        desk.as(customer)
                .body("{\"realAnnualRate\":\"0.0325\"}")
                .post(sheet + "/confirmation")
                .then()
                .statusCode(200);
    }
}
