package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A loan whose rate is asked to be set another way, and the people who ask and decide. */
abstract class RateRequestTestBase {

    static final String STAFF = "/api/v1/staff/rate-requests";
    static final UUID OFFICER = UUID.randomUUID();
    static final UUID APPROVER = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    final UUID borrower = UUID.randomUUID();
    Bank bank;
    UUID loan;

    /** Nothing of the loan is paid yet, so that the rule grants nothing. */
    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.loanAboveAverage(borrower);
    }

    /** Asked for, recommended and decided; answers with the request's id. */
    String grant() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);
        decide(APPROVER, request, "APPROVE").statusCode(200);
        return request;
    }

    /** Asks for a lower spread; answers with the request's id. */
    String ask() {
        return post(new JsonObject().put("change", "SPREAD"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse post(JsonObject what) {
        return bank.post(borrower, path(), wish(what)).then();
    }

    static JsonObject wish(JsonObject what) {
        return what.put("reason", "the rate of new loans is lower");
    }

    ValidatableResponse own(String request) {
        return bank.get(borrower, path() + "/" + request).then().statusCode(200);
    }

    ValidatableResponse recommend(UUID by, String request, String verdict) {
        return staff(by, "loan-officer")
                .body(word("recommendation", verdict, "note").encode())
                .post(STAFF + "/" + request + "/recommendation")
                .then();
    }

    ValidatableResponse decide(UUID by, String request, String verdict) {
        String path = STAFF + "/" + request;
        String body = word("decision", verdict, "reason").encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "rate.approve", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    static JsonObject word(String what, String verdict, String why) {
        return new JsonObject().put(what, verdict).put(why, "looked at, case 7");
    }

    String take(String quote) {
        return wantToTake(quote)
                .statusCode(201)
                .body("state", equalTo("AWAITING_AMENDMENT"))
                .extract()
                .path("id");
    }

    ValidatableResponse wantToTake(String quote) {
        String of = "/api/v1/loans/" + loan;
        return bank.postVerified(
                        borrower, "rate.change", of, of + "/rate-changes", new JsonObject().put("quote", quote))
                .then();
    }

    void sealed(String change) {
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
    }

    String rate() {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/rate").jsonPath().getString("annualRate");
    }

    String path() {
        return "/api/v1/loans/" + loan + "/rate-requests";
    }

    RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
