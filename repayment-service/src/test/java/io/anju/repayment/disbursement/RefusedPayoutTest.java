package io.anju.repayment.disbursement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A payout that the rail does not even take, since the payee's reference is longer than it takes one. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RefusedPayoutTest {

    private static final String PAYEE = "x".repeat(201);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID officer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();

    @Test
    void hasFailedAndIsOrderedAnewOrGivenUpAsOneThatDid() {
        var bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        UUID loan = bank.order(
                        UUID.randomUUID(),
                        "2026-11-22",
                        "2026-12-22",
                        List.of(Bank.tranche(50_000_000, 360, "EQUAL_INSTALMENT", "0.0000")),
                        PAYEE)
                .getFirst();

        var told = neighbours.awaitEvent("anju.loan.payout-failed.v1", loan.toString());

        assertEquals("INPUT_INVALID", told.path("reason").asText());
        listed().body("items.find { it.loan == '%s' }.reason".formatted(loan), equalTo("INPUT_INVALID"));
        staff(officer, "loan-officer")
                .post("/api/v1/staff/loans/" + loan + "/payouts")
                .then()
                .statusCode(202);
        Awaitility.await("the second refusal").until(() -> failed(loan) == 2);
        giveUp(loan);
        listed().body("items.findAll { it.loan == '%s' }.size()".formatted(loan), equalTo(0));
    }

    private long failed(UUID loan) {
        return (Long) transactions
                .run(tx -> tx.select("select count(*) from rail_order where loan_id = $1 and state = 'FAILED'", loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private ValidatableResponse listed() {
        return staff(officer, "loan-officer")
                .queryParam("limit", 100)
                .get("/api/v1/staff/failed-payouts")
                .then()
                .statusCode(200);
    }

    private void giveUp(UUID loan) {
        String path = "/api/v1/staff/loans/" + loan + "/payout-cancellations";
        String proposal = staff(officer, "loan-officer")
                .body(new JsonObject().put("reason", "the payee is unknown").encode())
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String decision = new JsonObject().put("approved", true).encode();
        String decided = path + "/" + proposal;
        staff(approver, "approver")
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(approver, "repayment-service", "ledger.correct", decided, decision))
                .body(decision)
                .post(decided + "/decision")
                .then()
                .statusCode(204);
    }

    private RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }
}
