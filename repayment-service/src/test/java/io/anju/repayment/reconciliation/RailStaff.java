package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.Neighbours;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.UUID;

/** Loan officers who look after breaks. */
class RailStaff {

    /** Both are loan officers. */
    static final UUID OWNER = UUID.randomUUID();

    static final UUID COLLEAGUE = UUID.randomUUID();

    private final Neighbours neighbours;

    RailStaff(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    ValidatableResponse begin(LocalDate day) {
        return staff(OWNER)
                .body(new JsonObject().put("date", day.toString()).encode())
                .post("/api/v1/staff/reconciliations")
                .then();
    }

    JsonPath aBreak(String id) {
        return get("/api/v1/staff/breaks/" + id);
    }

    void assign(String id) {
        staff(COLLEAGUE)
                .body(new JsonObject().put("owner", OWNER.toString()).encode())
                .post("/api/v1/staff/breaks/" + id + "/assignment")
                .then()
                .statusCode(200);
    }

    ValidatableResponse resolve(UUID by, String id, String remedy) {
        return staff(by)
                .body(new JsonObject()
                        .put("remedy", remedy)
                        .put("reason", "asked the rail, case 7")
                        .encode())
                .post("/api/v1/staff/breaks/" + id + "/resolution")
                .then();
    }

    ValidatableResponse approve(UUID by, String id, String remedy) {
        String path = "/api/v1/staff/breaks/" + id;
        String body = new JsonObject().put("remedy", remedy).encode();
        return staff(by)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "ledger.correct", path, body))
                .body(body)
                .post(path + "/approval")
                .then();
    }

    JsonPath get(String path) {
        return staff(OWNER).get(path).then().statusCode(200).extract().jsonPath();
    }

    RequestSpecification staff(UUID who) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
