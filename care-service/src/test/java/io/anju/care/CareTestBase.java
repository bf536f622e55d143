package io.anju.care;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of this service share: callers, told events, a look into the database. */
@WithTestResource(AnjuEnvironment.class)
public abstract class CareTestBase {

    protected Neighbours neighbours;

    @Inject
    protected Pool pool;

    protected final UUID customer = UUID.randomUUID();

    /** Whatever the day on which the tests run: the days off of this year and the next two are known. */
    @BeforeEach
    protected void calendarOfTheseYears() {
        sql("insert into calendar_year select extract(year from now()) + n, 'a test' from generate_series(0, 2) n"
                + " on conflict do nothing");
    }

    protected RequestSpecification with(String token) {
        return given().auth()
                .oauth2(token)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }

    protected RequestSpecification asCustomer() {
        return with(neighbours.tokens().customer(customer));
    }

    protected RequestSpecification asStaff(UUID id, String role) {
        return with(neighbours.tokens().staff(id, role));
    }

    /** Tells this service an event of another one; {@code data} without braces. */
    protected ValidatableResponse tell(UUID id, String source, String type, String data) {
        return tell(id, customer, source, type, data);
    }

    private ValidatableResponse tell(UUID id, UUID whom, String source, String type, String data) {
        var event = """
                {"specversion":"1.0","id":"%s","source":"/%s","type":"%s","subject":"%s",
                 "time":"2026-11-22T02:00:00Z","data":{"customerId":"%s"%s}}
                """;
        var more = data.isEmpty() ? "" : "," + data;
        return given().auth()
                .oauth2(neighbours.tokens().service(source, "care-service"))
                .contentType("application/cloudevents+json")
                .body(event.formatted(id, source, type, whom, whom, more))
                .post("/internal/events")
                .then();
    }

    protected void told(String source, String type, String data) {
        tell(UUID.randomUUID(), source, type, data).statusCode(204);
    }

    protected void toldTo(UUID whom, String source, String type) {
        tell(UUID.randomUUID(), whom, source, type, "").statusCode(204);
    }

    protected RowSet<Row> sql(String sql, Object... args) {
        return pool.preparedQuery(sql).execute(Tuple.from(args)).await().indefinitely();
    }
}
