package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the phone refuses is possible at the counter where two people decide it. Nothing of the loan is paid yet. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CounterChangeJourneyTest {

    private static final UUID TELLER = UUID.randomUUID();
    private static final UUID APPROVER = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
    }

    @Test
    void aReliefThatThePhoneRefusesIsOpenedByATellerAndApprovedByAnother() {
        JsonObject relief = new JsonObject().put("interestOnly", 18);
        bank.post(borrower, "/api/v1/loans/" + loan + "/plan-change-quotes", relief)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"));

        // 1,000,000.00 at 3.5 %: a month of interest alone is 2,916.67.
        String opened = open(relief)
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .body("unmet", contains("PAID_LONG_ENOUGH", "RELIEF_WITHIN_LIMIT"))
                .body("simulated.needsAmendment", equalTo(false))
                .body("simulated.after.outlook.nextInstalment", equalTo(291_667))
                .extract()
                .path("id");
        bank.get(borrower, "/api/v1/loans/" + loan).then().body("interestOnlyLeft", equalTo(0));
        decide(TELLER, opened, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        String change = decide(APPROVER, opened, true)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .extract()
                .path("changeId");

        bank.get(borrower, "/api/v1/loans/" + loan).then().body("interestOnlyLeft", equalTo(18));
        bank.get(borrower, "/api/v1/loans/" + loan + "/plan-changes/" + change)
                .then()
                .body("state", equalTo("DONE"));
        new StoredLoans(transactions, loans).assertReplays(loan);
        assertEquals(
                TELLER.toString(),
                told("anju.loan.counter-change-opened.v1").path("openedBy").asText());
        JsonNode decided = told("anju.loan.counter-change-decided.v1");
        assertEquals(change, decided.path("changeId").asText());
        assertEquals(APPROVER.toString(), decided.path("decidedBy").asText());
        told("anju.loan.changed.v1");
    }

    @Test
    void whatNobodyMayLetPassIsRefusedAtTheCounterToo() {
        // 360 months are the most that the rule of the field allows.
        open(new JsonObject().put("extendBy", 12))
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"))
                .body("checks.find { it.rule == 'TERM_WITHIN_LIMIT' }.met", equalTo(false));
        teller().get(path()).then().statusCode(200).body("items", equalTo(java.util.List.of()));
    }

    @Test
    void oneWaitsAtATimeAndIsDecidedOnce() {
        String opened = open(new JsonObject().put("dueDay", 5))
                .statusCode(201)
                .extract()
                .path("id");
        open(new JsonObject().put("interestOnly", 6))
                .statusCode(409)
                .body("code", equalTo("COUNTER_CHANGE_OPEN"))
                .body("change", equalTo(opened));

        decide(APPROVER, opened, false)
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("changeId", nullValue());

        decide(APPROVER, opened, true).statusCode(409).body("code", equalTo("COUNTER_CHANGE_DECIDED"));
        bank.get(borrower, "/api/v1/loans/" + loan).then().body("dueDay", equalTo(22));
        teller().get(path() + "/" + opened).then().statusCode(200).body("state", equalTo("DECLINED"));
    }

    @Test
    void anotherMethodWaitsForItsAmendmentLikeOneFromThePhone() {
        String opened = open(new JsonObject().put("method", "EQUAL_PRINCIPAL"))
                .statusCode(201)
                .body("simulated.needsAmendment", equalTo(true))
                .extract()
                .path("id");
        String change = decide(APPROVER, opened, true).statusCode(200).extract().path("changeId");
        bank.get(borrower, "/api/v1/loans/" + loan + "/plan-changes/" + change)
                .then()
                .body("state", equalTo("AWAITING_AMENDMENT"));

        bank.tell(
                "contract-service",
                "anju.contract.amended.v1",
                change,
                new JsonObject()
                        .put("contractId", change)
                        .put("amends", UUID.randomUUID().toString())
                        .put("loanId", loan.toString())
                        .put("applicationId", UUID.randomUUID().toString())
                        .put("customerId", borrower.toString()));

        bank.get(borrower, "/api/v1/loans/" + loan).then().body("method", equalTo("EQUAL_PRINCIPAL"));
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    /** The approver lets pass what was seen when it was opened, and nothing that has come since. */
    @Test
    void whatStandsAgainstItByTheTimeOfTheDecisionIsNotLetPass() {
        String opened = open(new JsonObject().put("dueDay", 5))
                .statusCode(201)
                .extract()
                .path("id");
        bank.today("2026-12-22");
        bank.run("2026-12-22");

        decide(APPROVER, opened, true)
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"))
                .body("checks.find { it.rule == 'NOTHING_UNPAID' }.met", equalTo(false));

        teller().get(path() + "/" + opened).then().body("state", equalTo("WAITING"));
        decide(APPROVER, opened, false).statusCode(200);
    }

    @Test
    void anUnknownLoanAndAnEmptyWishChangeNothing() {
        open(new JsonObject()).statusCode(400);
        teller().body(order(new JsonObject().put("dueDay", 5)).encode())
                .post("/api/v1/staff/loans/" + UUID.randomUUID() + "/plan-changes")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse open(JsonObject wish) {
        return teller().body(order(wish).encode()).post(path()).then();
    }

    private static JsonObject order(JsonObject wish) {
        return new JsonObject()
                .put("change", wish)
                .put("identifiedBy", "RESIDENT_ID")
                .put("reason", "income halved for a while");
    }

    private ValidatableResponse decide(UUID by, String id, boolean approved) {
        String resource = path() + "/" + id;
        String body = new JsonObject().put("approved", approved).encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "plan.approve", resource, body))
                .body(body)
                .post(resource + "/decision")
                .then();
    }

    private JsonNode told(String type) {
        return neighbours.awaitEvent(type, loan.toString());
    }

    private String path() {
        return "/api/v1/staff/loans/" + loan + "/plan-changes";
    }

    private RequestSpecification teller() {
        return staff(TELLER, "teller");
    }

    private RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
