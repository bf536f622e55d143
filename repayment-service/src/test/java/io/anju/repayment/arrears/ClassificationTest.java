package io.anju.repayment.arrears;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Borrowers without a card whose first instalment was due on 22 December 2026, seen 92 days later. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ClassificationTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 24);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Classification classification;

    @Inject
    ArrearsMeters meters;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void late() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        bank.today(DAY.toString());
        bank.run(DAY.toString());
    }

    @Test
    void borrowersSeeHowLateTheyAre() {
        bank.get(borrower, "/api/v1/loans/" + loan)
                .then()
                .statusCode(200)
                .body("arrears.daysOverdue", equalTo(92))
                .body("arrears.since", equalTo("2026-12-22"))
                .body("arrears.ageing", equalTo("M4"))
                .body("arrears.loanClass", equalTo("SUBSTANDARD"));
    }

    @Test
    void staffFindLoansByClassAndBucket() {
        UUID inTime = bank.lend(UUID.randomUUID(), "2027-03-24", "2027-04-22", "0.0000");
        classify(DAY);
        classify(DAY);

        find("class=SUBSTANDARD").body("loan", hasItem(loan.toString())).body("loan", not(hasItem(inTime.toString())));
        find("ageing=M4").body("loan", hasItem(loan.toString()));
        find("class=DOUBTFUL").body("loan", not(hasItem(loan.toString())));
        find("class=NORMAL").body("loan", hasItem(inTime.toString())).body("loan", not(hasItem(loan.toString())));
        find("limit=100").body("loan", hasItem(inTime.toString())).body("loan", hasItem(loan.toString()));
        meters.look().await().indefinitely();
        assertTrue(RestAssured.get("/q/metrics")
                .asString()
                .contains("anju_loans_classified{ageing=\"M4\",class=\"SUBSTANDARD\"}"));
    }

    @Test
    void twoWorkersClassifyEveryLoan() {
        List<UUID> others = List.of(lendLate(), lendLate(), lendLate(), lendLate());

        Uni.combine()
                .all()
                .unis(classification.classify(DAY.plusDays(1)), classification.classify(DAY.plusDays(1)))
                .discardItems()
                .await()
                .indefinitely();
        // The one that came second may have left it to the first; then nothing is left to do.
        classify(DAY.plusDays(1));

        List<String> found = items("class=SUBSTANDARD&limit=100");
        others.forEach(other -> assertTrue(found.contains(other.toString())));
        assertTrue(found.contains(loan.toString()));
    }

    @Test
    void whoHasPaidIsWatched() {
        payAll();
        bank.get(borrower, "/api/v1/loans/" + loan)
                .then()
                .body("arrears.daysOverdue", equalTo(0))
                .body("arrears.ageing", equalTo("CURRENT"))
                .body("arrears.loanClass", equalTo("SUBSTANDARD"))
                .body("arrears.cure.since", equalTo("2027-03-24"))
                .body("arrears.cure.notBefore", equalTo("2027-09-24"))
                .body("arrears.cure.instalmentsToGo", equalTo(2));
    }

    @Test
    void isForStaffAlone() {
        given().auth()
                .oauth2(neighbours.tokens().customer(borrower))
                .get("/api/v1/staff/loans")
                .then()
                .statusCode(403);
        staff("class=WONDERFUL").statusCode(404);
    }

    private UUID lendLate() {
        UUID customer = UUID.randomUUID();
        bank.today("2026-11-22");
        UUID other = bank.lend(customer, "2026-11-22", "2026-12-22", "0.0000");
        bank.today(DAY.plusDays(1).toString());
        bank.run(DAY.plusDays(1).toString());
        return other;
    }

    private void classify(LocalDate date) {
        classification.classify(date).await().indefinitely();
    }

    private ValidatableResponse find(String query) {
        return staff(query + (query.contains("limit") ? "" : "&limit=100"))
                .statusCode(200)
                .rootPath("items");
    }

    private List<String> items(String query) {
        return staff(query).extract().jsonPath().getList("items.loan");
    }

    private ValidatableResponse staff(String query) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "risk-officer"))
                .get("/api/v1/staff/loans?" + query)
                .then();
    }

    private void payAll() {
        long owed = bank
                .get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .jsonPath()
                .getList("items.owed", Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        UUID teller = UUID.randomUUID();
        String body = new JsonObject()
                .put("notice", UUID.randomUUID().toString())
                .put("amount", owed)
                .encode();
        given().auth()
                .oauth2(neighbours.tokens().staff(teller, "teller"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(
                                        teller,
                                        "repayment-service",
                                        "receipt.post",
                                        "/api/v1/staff/loans/" + loan,
                                        body))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/staff/loans/" + loan + "/receipts")
                .then()
                .statusCode(201);
        assertEquals(
                0,
                bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                        .jsonPath()
                        .getLong("items[0].owed"));
    }
}
