package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.repayment.reversal.Reversing;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who takes a payment back, which payments are, and that it is done once and whole or not at all. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ReversalDecisionTest extends TwinLoansTestBase {

    @Inject
    Reversing reversing;

    @Test
    void twoPeopleAndAKeyOfItsOwnAreNeeded() {
        String payment = desk.pay(loan, INSTALMENT);
        String reversal =
                propose(payment, "WRONG_AMOUNT").statusCode(201).extract().path("id");

        desk.staff(desk.approver, "approver")
                .body(ReversalDesk.decision(true))
                .post(ReversalDesk.reversals(loan) + "/" + reversal + "/decision")
                .then()
                .statusCode(401);
        decide(reversal, desk.officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        propose(payment, "WRONG_AMOUNT").statusCode(409).body("code", equalTo("PAYMENT_REVERSED_ALREADY"));
        decide(reversal, desk.approver, false).statusCode(200).body("state", equalTo("DECLINED"));
        decide(reversal, desk.approver, true).statusCode(409).body("code", equalTo("REVERSAL_DECIDED"));
        assertEquals("PAID", instalment(borrower, loan, "state"));
        takeBack(payment);
        propose(payment, "WRONG_AMOUNT").statusCode(409).body("code", equalTo("PAYMENT_REVERSED_ALREADY"));
        desk.staff(desk.officer, "loan-officer")
                .get(ReversalDesk.reversals(loan))
                .then()
                .body("items.state", equalTo(List.of("APPROVED", "DECLINED")));
    }

    @Test
    void onlyPaymentsOfThisLoanAreTakenBack() {
        JsonPath statement = bank.get(borrower, path(loan) + "/statement").jsonPath();
        propose(statement.getString("lines[0].transfer"), "WRONG_LOAN")
                .statusCode(422)
                .body("code", equalTo("REVERSAL_NOT_A_PAYMENT"))
                .body("kind", equalTo("DISBURSEMENT"));
        propose(UUID.randomUUID().toString(), "WRONG_LOAN").statusCode(404);
        propose(desk.pay(twin, INSTALMENT), "WRONG_LOAN").statusCode(404);
        Stream.of("teller", "customer")
                .forEach(role -> desk.staff(desk.officer, role)
                        .get(ReversalDesk.reversals(loan))
                        .then()
                        .statusCode(403));
    }

    @Test
    void whatWasPrepaidLaterStandsOnThePayment() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.bind(borrower);
        bank.today("2026-12-28");
        desk.prepay(borrower, loan, new JsonObject().put("date", "2026-12-28").put("amount", 10_000_000));
        assertTrue(bank.get(borrower, path(loan)).jsonPath().getLong("outstandingPrincipal") < 91_000_000);

        propose(payment, "RETURNED")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_STOOD_ON"))
                .body("events", hasItem("PREPAID 2026-12-28"));
    }

    @Test
    void aContractThatIsSettledIsNotCalledBack() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.bind(borrower);
        bank.today("2026-12-28");
        desk.prepay(borrower, loan, new JsonObject().put("date", "2026-12-28").put("full", true));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));

        propose(payment, "RETURNED").statusCode(409).body("code", equalTo("REVERSAL_CONTRACT_SETTLED"));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
    }

    @Test
    void aKillLeavesAllOrNothing() {
        String reversal = propose(desk.pay(loan, INSTALMENT), "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");

        // Killed when all is written and nothing committed.
        assertThrows(
                IllegalStateException.class,
                () -> transactions
                        .run(tx -> reversing
                                .approve(tx, loan, UUID.fromString(reversal), desk.approver)
                                .flatMap(done -> Uni.createFrom().<Void>failure(new IllegalStateException("killed"))))
                        .await()
                        .indefinitely());
        assertEquals("PAID", instalment(borrower, loan, "state"));
        assertEquals(
                2,
                bank.get(borrower, path(loan) + "/statement")
                        .jsonPath()
                        .getList("lines")
                        .size());

        decide(reversal, desk.approver, true).statusCode(200);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoes() {
        String reversal = propose(desk.pay(loan, INSTALMENT), "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");

        List<Integer> answers = Stream.of(desk.approver, UUID.randomUUID())
                .map(by -> CompletableFuture.supplyAsync(
                        () -> decide(reversal, by, true).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(200, 409), answers);
        assertAlike();
    }
}
