package io.anju.loan.referencerate.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.page.Cursors;
import io.anju.kit.time.BusinessClock;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ReferenceRateResourceTest {

    private static final String PUBLISHED = "anju.reference-rate.published.v1";

    private static final LocalDate TODAY = LocalDate.now(BusinessClock.ZONE);

    Neighbours neighbours;

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 0.0480",
        "2021-01-01, 0.0465",
        "2022-01-01, 0.0465",
        "2023-01-01, 0.0430",
        "2024-01-01, 0.0420",
        "2024-02-19, 0.0420",
        "2024-02-20, 0.0395",
        "2025-01-01, 0.0360",
        "2026-01-01, 0.0350",
    })
    void knowsWhichRateWasInForce(String date, String fiveYears) {
        given().queryParam("date", date)
                .get("/api/v1/reference-rates")
                .then()
                .statusCode(200)
                .body("items.find { it.rate == 'LPR_5Y' }.value", equalTo(fiveYears));
    }

    @Test
    void pagesThroughTheWholeHistory() {
        var first =
                given().queryParam("limit", 100).get("/api/v1/reference-rates").then();
        first.statusCode(200).body("items", hasSize(100)).body("next", notNullValue());
        String next = first.extract().path("next");
        var second = given().queryParam("limit", 100)
                .queryParam("cursor", next)
                .get("/api/v1/reference-rates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("2019-08-20", second.getString("items.last().date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-20", "2019-08-20/LPR_9Y", "2019-08-20/LPR_5Y/LPR_1Y", "+999999999-12-31/LPR_5Y"})
    void refusesAPlaceInTheHistoryThatIsNone(String place) {
        given().queryParam("cursor", Cursors.encode(place))
                .get("/api/v1/reference-rates")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "20.11.2026"})
    void refusesADateThatNobodyMeans(String date) {
        given().queryParam("date", date)
                .get("/api/v1/reference-rates")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("date"));
    }

    @Test
    void tellsOthersTheHistory() {
        Awaitility.await()
                .until(() -> neighbours.told(PUBLISHED).stream()
                        .anyMatch(event -> event.at("/data/date").asText().equals("2019-08-20")
                                && event.at("/data/rate").asText().equals("LPR_5Y")
                                && event.at("/data/value").asText().equals("0.0485")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update reference_rate set value = 0.01",
                "delete from reference_rate",
                "truncate reference_rate cascade",
            })
    void neverEditsHistory(String sql) {
        var refused = assertThrows(SQLException.class, () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertTrue(refused.getMessage().contains("history"), refused.getMessage());
    }

    @Test
    void takesTwoPeopleToPublish() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        String day = TODAY.plusDays(40).toString();
        String id = propose(first, day, "0.0345").statusCode(201).extract().path("id");

        confirm(first, id).statusCode(403).body("code", equalTo("SAME_PERSON"));
        confirm(second, id).statusCode(200).body("state", equalTo("PUBLISHED"));
        confirm(UUID.randomUUID(), id).statusCode(409).body("code", equalTo("RATE_ALREADY_PUBLISHED"));

        given().queryParam("date", day)
                .get("/api/v1/reference-rates")
                .then()
                .body("items.find { it.rate == 'LPR_5Y' }.value", equalTo("0.0345"));
        Awaitility.await()
                .until(() -> neighbours.told(PUBLISHED).stream()
                        .anyMatch(event -> event.at("/data/date").asText().equals(day)));
    }

    @Test
    void theAverageOfNewLoansIsPublishedByTwoAndToldWithItsHistory() {
        var first = TODAY.plusDays(10);
        var second = TODAY.plusDays(50);
        publishAverage(first, "0.0306");
        publishAverage(second, "0.0311");

        given().queryParam("date", second.minusDays(1).toString())
                .get("/api/v1/reference-rates")
                .then()
                .body("items.find { it.rate == 'NEW_LOAN_AVERAGE' }.value", equalTo("0.0306"));
        given().queryParam("date", second.toString())
                .get("/api/v1/reference-rates")
                .then()
                .body("items.find { it.rate == 'NEW_LOAN_AVERAGE' }.value", equalTo("0.0311"));
        neighbours.awaitEvent(PUBLISHED, "NEW_LOAN_AVERAGE");
        // No step of 0.05 percentage points, and no history written backwards.
        propose("NEW_LOAN_AVERAGE", UUID.randomUUID(), second.toString(), "0.0312")
                .statusCode(409)
                .body("code", equalTo("RATE_DATE_NOT_AFTER_LAST"));
    }

    private void publishAverage(LocalDate date, String value) {
        String id = propose("NEW_LOAN_AVERAGE", UUID.randomUUID(), date.toString(), value)
                .statusCode(201)
                .extract()
                .path("id");
        confirm(UUID.randomUUID(), id).statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @ParameterizedTest
    @CsvSource({
        "2031-01-20, 0.0347, 422, RATE_NOT_A_STEP",
        "2062-01-20, 0.0345, 422, RATE_DATE_TOO_FAR_AHEAD",
        "2026-08-20, 0.0345, 409, RATE_DATE_NOT_AFTER_LAST",
        "+999999999-12-31, 0.0345, 400, INVALID_REQUEST",
    })
    void refusesWhatIsNoPublication(String date, String value, int status, String code) {
        propose(UUID.randomUUID(), date, value).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void isNotForCustomersToPublish() {
        given().auth()
                .oauth2(neighbours.tokens().customer(UUID.randomUUID()))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"rate\":\"LPR_5Y\",\"date\":\"2031-01-20\",\"value\":\"0.0345\"}")
                .post("/api/v1/staff/reference-rates")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse propose(UUID officer, String date, String value) {
        return propose("LPR_5Y", officer, date, value);
    }

    private ValidatableResponse propose(String rate, UUID officer, String date, String value) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"rate\":\"%s\",\"date\":\"%s\",\"value\":\"%s\"}".formatted(rate, date, value))
                .post("/api/v1/staff/reference-rates")
                .then();
    }

    private ValidatableResponse confirm(UUID officer, String id) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, "approver"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/reference-rates/" + id + "/confirmation")
                .then();
    }
}
