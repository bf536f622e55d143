package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What happens around repayment-service whoever the customer is: days pass, accounts have money, neighbours tell facts. */
abstract class Surroundings {

    final Neighbours neighbours;
    final Outside outside;

    Surroundings(Neighbours neighbours, Outside outside) {
        this.neighbours = neighbours;
        this.outside = outside;
    }

    /** Moves the date, and again until the service has seen it: one that was held up does not count as following. */
    public void today(String date) {
        Awaitility.await("the service's " + date)
                .until(
                        () -> move(date).extract().jsonPath().getList("seenBy"),
                        seen -> seen.contains("repayment-service"));
    }

    private ValidatableResponse move(String date) {
        return given().contentType(ContentType.JSON)
                .body(new JsonObject().put("date", date).put("backwards", true).encode())
                .put(outside.url() + "/business-date")
                .then()
                .statusCode(200);
    }

    public void setBalance(String cardToken, long fen) {
        given().contentType(ContentType.JSON)
                .body(new JsonObject().put("balance", fen).encode())
                .put(outside.url() + "/rail/accounts/" + cardToken)
                .then()
                .statusCode(200);
    }

    public void tell(String service, String type, String subject, JsonObject data) {
        given().auth()
                .oauth2(neighbours.tokens().service(service, "repayment-service"))
                .contentType("application/cloudevents+json")
                .body(new JsonObject()
                        .put("specversion", "1.0")
                        .put("id", UUID.randomUUID().toString())
                        .put("source", "/" + service)
                        .put("type", type)
                        .put("subject", subject)
                        .put("time", "2026-11-22T00:00:00Z")
                        .put("data", data)
                        .encode())
                .post("/internal/events")
                .then()
                .statusCode(204);
    }

    public void publishLpr(String date, String value) {
        publish("LPR_5Y", date, value);
    }

    /** The national average of new home loans. */
    public void publishAverage(String date, String value) {
        publish("NEW_LOAN_AVERAGE", date, value);
    }

    /** A published rate, on which the next repricing may rest. */
    public void publish(String rate, String date, String value) {
        tell(
                "loan-service",
                "anju.reference-rate.published.v1",
                rate,
                new JsonObject().put("rate", rate).put("date", date).put("value", value));
    }
}
