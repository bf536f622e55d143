package io.anju.repayment.spread;

import static io.restassured.RestAssured.given;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A rule of two people for the loans of a product that is this test's alone. */
abstract class SpreadBatchTestBase {

    static final String PATH = "/api/v1/staff/spread-batches";
    static final String DAY = "2026-12-10";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    SpreadListing listing;

    final UUID officer = UUID.randomUUID();
    final UUID approver = UUID.randomUUID();
    // Of this test alone: what other tests have lent is of no product.
    final String product = "FIRST_HOME-" + UUID.randomUUID();
    Bank bank;

    @BeforeEach
    void november() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
    }

    JsonObject rule() {
        return new JsonObject()
                .put("products", new JsonArray().add(product))
                .put("above", "-0.0030")
                .put("to", "-0.0030")
                .put("floor", "-0.0020")
                .put("effective", DAY)
                .put("reason", "notice 2026-11");
    }

    void round() {
        listing.round().await().indefinitely();
    }

    ValidatableResponse propose(JsonObject rule) {
        return staff(officer, "loan-officer").body(rule.encode()).post(PATH).then();
    }

    ValidatableResponse decide(String batch, UUID by, boolean approved) {
        String path = PATH + "/" + batch;
        String body = new JsonObject().put("approved", approved).encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "spread.approve", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    ValidatableResponse get(String batch) {
        return staff(officer, "loan-officer").get(PATH + "/" + batch).then().statusCode(200);
    }

    RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    UUID lend(String of, String spread) {
        return lend(UUID.randomUUID(), of, spread);
    }

    UUID lend(UUID borrower, String of, String spread) {
        UUID application = UUID.randomUUID();
        bank.tell(
                "loan-service",
                "anju.loan.disbursement-ordered.v1",
                application.toString(),
                new JsonObject()
                        .put("applicationId", application.toString())
                        .put("contractId", UUID.randomUUID().toString())
                        .put("customerId", borrower.toString())
                        .put("product", of)
                        .put(
                                "tranches",
                                new JsonArray().add(Bank.tranche(100_000_000, 360, "EQUAL_INSTALMENT", spread)))
                        .put("startDate", "2026-11-22")
                        .put("firstDueDate", "2026-12-22")
                        .put("dueDay", 22)
                        .put("payee", new JsonObject().put("reference", Bank.PAYEE)));
        UUID loan = bank.get(borrower, "/api/v1/loans").jsonPath().getUUID("items[0].id");
        bank.awaitPayout(borrower, loan);
        return loan;
    }
}
