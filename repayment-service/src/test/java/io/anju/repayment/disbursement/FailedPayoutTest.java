package io.anju.repayment.disbursement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
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
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract of two loans, both to be paid out to an account that is closed: staff see it, and two of them end it. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class FailedPayoutTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private Bank bank;
    private UUID loan;
    private UUID other;

    @BeforeEach
    void failed() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        List<UUID> both = bank.order(
                borrower,
                "2026-11-22",
                "2026-12-22",
                Collections.nCopies(2, Bank.tranche(50_000_000, 360, "EQUAL_INSTALMENT", "0.0000")),
                "closed-1");
        loan = both.getFirst();
        other = both.getLast();
        both.forEach(one -> neighbours.awaitEvent("anju.loan.payout-failed.v1", one.toString()));
    }

    @Test
    void isToldAndListedWithItsReason() {
        var told = neighbours.awaitEvent("anju.loan.payout-failed.v1", loan.toString());
        assertEquals("ACCOUNT_CLOSED", told.path("reason").asText());
        assertEquals(50_000_000, told.path("amount").asLong());

        listed(loan, "reason", equalTo("ACCOUNT_CLOSED"));
        listed(loan, "amount", equalTo(50_000_000));
        listed(loan, "cancellation", nullValue());
        staff(officer, "teller").get("/api/v1/staff/failed-payouts").then().statusCode(403);
    }

    @Test
    void isGivenUpWhenASecondPersonApproves() {
        String proposal = propose(loan).statusCode(201).extract().path("id");
        listed(loan, "cancellation.id", equalTo(proposal));
        propose(loan).statusCode(409).body("code", equalTo("PAYOUT_CANCELLATION_PROPOSED"));
        decide(loan, proposal, officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        state(loan).body("state", equalTo("OPENING"));

        decide(loan, proposal, approver, true).statusCode(204);

        state(loan).body("state", equalTo("CANCELLED")).body("outstandingPrincipal", equalTo(0));
        assertFalse(cancelled(loan), "the other loan of the contract is still open");
        failedPayouts().body("items.loan", not(hasItem(loan.toString())));
        payOutAgain(loan).statusCode(409).body("code", equalTo("PAYOUT_CANCELLED"));
        decide(loan, proposal, approver, true).statusCode(409);
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    @Test
    void withItsLastLoanTheContractIsOverAndNoCardIsKeptForIt() {
        UUID card = bank.bind(borrower, "13800138071", "6222020000000007");
        giveUp(loan);
        bank.unbind(borrower, card, false).statusCode(409).body("code", equalTo("CARD_LAST_FOR_ACTIVE_LOAN"));

        giveUp(other);

        assertTrue(cancelled(other));
        // Nothing was lent under the contract, so nothing is certified.
        var told = neighbours.awaitEvent("anju.loan.payout-cancelled.v1", other.toString());
        assertEquals(0, told.path("contractPaidOut").asLong(-1));
        assertTrue(told.path("contractRepaidOn").isMissingNode());
        bank.unbind(borrower, card, false).statusCode(204);
    }

    @Test
    void staysWhenTheSecondPersonDeclinesAndCanBeProposedAgain() {
        String proposal = propose(loan).statusCode(201).extract().path("id");

        decide(loan, proposal, approver, false).statusCode(204);

        state(loan).body("state", equalTo("OPENING"));
        decide(loan, proposal, approver, true).statusCode(404);
        propose(loan).statusCode(201);
    }

    @Test
    void whatWasPaidOutIsNotGivenUp() {
        UUID customer = UUID.randomUUID();
        UUID paid = bank.lend(customer, "2026-11-22", "2026-12-22", "0.0000");

        propose(paid).statusCode(409).body("code", equalTo("LOAN_PAID_OUT"));
        propose(UUID.randomUUID()).statusCode(404);
    }

    private void giveUp(UUID which) {
        decide(which, propose(which).statusCode(201).extract().path("id"), approver, true)
                .statusCode(204);
    }

    private boolean cancelled(UUID which) {
        return neighbours
                .awaitEvent("anju.loan.payout-cancelled.v1", which.toString())
                .path("contractSettled")
                .asBoolean();
    }

    private ValidatableResponse state(UUID which) {
        return bank.get(borrower, "/api/v1/loans/" + which).then().statusCode(200);
    }

    private ValidatableResponse failedPayouts() {
        return staff(officer, "loan-officer")
                .queryParam("limit", 100)
                .get("/api/v1/staff/failed-payouts")
                .then()
                .statusCode(200);
    }

    private void listed(UUID which, String what, org.hamcrest.Matcher<?> is) {
        failedPayouts().body("items.find { it.loan == '%s' }.%s".formatted(which, what), is);
    }

    private ValidatableResponse propose(UUID which) {
        return staff(officer, "loan-officer")
                .body(new JsonObject()
                        .put("reason", "the purchase was called off")
                        .encode())
                .post(cancellations(which))
                .then();
    }

    private ValidatableResponse payOutAgain(UUID which) {
        return staff(officer, "loan-officer")
                .post("/api/v1/staff/loans/" + which + "/payouts")
                .then();
    }

    private ValidatableResponse decide(UUID which, String proposal, UUID by, boolean approved) {
        String path = cancellations(which) + "/" + proposal;
        String body = new JsonObject().put("approved", approved).encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "ledger.correct", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    private static String cancellations(UUID which) {
        return "/api/v1/staff/loans/" + which + "/payout-cancellations";
    }

    private RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }
}
