package io.anju.repayment.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates further away than the database keeps them are refused wherever staff name one, and have no digest. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DatesTest {

    private static final String RECONCILIATIONS = "/api/v1/staff/reconciliations";

    Neighbours neighbours;

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+999999998-12-31", "-999999999-01-01"})
    void areTheFaultyField(String date) {
        String body = new JsonObject().put("date", date).encode();
        isRefused(
                staff("loan-officer").body(body).post("/api/v1/staff/due-runs").then());
        isRefused(staff("loan-officer").body(body).post(RECONCILIATIONS).then());
        isRefused(staff("auditor").get(RECONCILIATIONS + "/{date}", date).then());
        isRefused(staff("auditor").get(RECONCILIATIONS + "/{date}/breaks", date).then());
        staff("auditor").get("/api/v1/staff/ledger/digests/{date}", date).then().statusCode(404);
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(400).body("fields[0].field", equalTo("date")).body("fields[0].code", equalTo("CIVIL_DATE"));
    }

    private RequestSpecification staff(String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }
}
