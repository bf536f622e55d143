package io.anju.repayment.reversal.http;

import static io.restassured.RestAssured.given;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.Neighbours;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Staff who post payments and take them back, and what is to be seen of a loan then. */
final class ReversalDesk {

    final UUID teller = UUID.randomUUID();
    final UUID officer = UUID.randomUUID();
    final UUID approver = UUID.randomUUID();
    private final Neighbours neighbours;
    private final Bank bank;

    ReversalDesk(Neighbours neighbours, Bank bank) {
        this.neighbours = neighbours;
        this.bank = bank;
    }

    /** Posts a transfer notice; answers with its transfer. */
    String pay(UUID loan, long amount) {
        return post(loan, UUID.randomUUID().toString(), amount)
                .statusCode(201)
                .extract()
                .path("transfer");
    }

    ValidatableResponse post(UUID loan, String notice, long amount) {
        String path = "/api/v1/staff/loans/" + loan;
        String body =
                new JsonObject().put("notice", notice).put("amount", amount).encode();
        return staff(teller, "teller")
                .header("Verification-Token", key(teller, "receipt.post", path, body))
                .body(body)
                .post(path + "/receipts")
                .then();
    }

    /** Takes the first offer for what is asked, and waits for the money; answers with its transfer. */
    String prepay(UUID borrower, UUID loan, JsonObject ask) {
        JsonPath offer = bank.post(borrower, path(loan) + "/prepayment-quotes", ask)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = bank.postVerified(
                        borrower,
                        "repayment.prepay",
                        path(loan),
                        path(loan) + "/prepayments",
                        new JsonObject().put("quote", offer.getString("quotes[0].id")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await("the prepayment").until(() -> prepaymentState(borrower, loan, id), "DONE"::equals);
        return bank.get(borrower, path(loan) + "/statement").jsonPath().getString("lines[-1].transfer");
    }

    String prepaymentState(UUID borrower, UUID loan, String id) {
        return bank.get(borrower, path(loan) + "/prepayments/" + id).jsonPath().getString("state");
    }

    ValidatableResponse propose(UUID loan, String payment, String cause) {
        return staff(officer, "loan-officer")
                .body(new JsonObject()
                        .put("transfer", payment)
                        .put("cause", cause)
                        .put("reason", "the counter's list of the day")
                        .encode())
                .post(reversals(loan))
                .then();
    }

    ValidatableResponse decide(UUID loan, String reversal, UUID by, boolean approved) {
        String path = reversals(loan) + "/" + reversal;
        String body = decision(approved);
        return staff(by, "approver")
                .header("Verification-Token", key(by, "ledger.correct", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    /** Both of them. */
    void takeBack(UUID loan, String payment, String cause) {
        String reversal =
                propose(loan, payment, cause).statusCode(201).extract().path("id");
        decide(loan, reversal, approver, true).statusCode(200);
    }

    /** Whatever a borrower sees of a loan, its name aside, and since when an unpaid instalment is told to be overdue. */
    List<Object> seen(UUID borrower, UUID loan) {
        JsonPath standing = bank.get(borrower, path(loan)).jsonPath();
        return Arrays.asList(
                rows(borrower, loan, "/instalments", "items"),
                rows(borrower, loan, "/schedule", "instalments"),
                standing.getString("state"),
                standing.getLong("outstandingPrincipal"),
                standing.getString("nextDueDate"),
                standing.getMap("arrears"));
    }

    private String rows(UUID borrower, UUID loan, String part, String list) {
        JsonPath shown = bank.get(borrower, path(loan) + part).jsonPath();
        return shown.getList(list).toString().replace("state=OVERDUE", "state=DUE");
    }

    RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private String key(UUID who, String act, String resource, String body) {
        return neighbours.tokens().verification(who, "repayment-service", act, resource, body);
    }

    static String decision(boolean approved) {
        return new JsonObject().put("approved", approved).encode();
    }

    static String reversals(UUID loan) {
        return "/api/v1/staff/loans/" + loan + "/payment-reversals";
    }

    static String path(UUID loan) {
        return "/api/v1/loans/" + loan;
    }
}
