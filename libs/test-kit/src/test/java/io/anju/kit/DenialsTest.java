package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A refused access leaves a trace: who, where, why and when, and nothing that names a person. */
@QuarkusTest
class DenialsTest extends KitTestBase {

    private final UUID officer = UUID.randomUUID();

    private String refused(String path) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, "loan-officer"))
                .get(path)
                .then()
                .statusCode(403)
                .extract()
                .path("traceId");
    }

    private List<Row> written(UUID subject) {
        var rows = pool.preparedQuery("select code, endpoint, trace_id from denial where subject = $1 order by id")
                .execute(Tuple.of(subject.toString()))
                .await()
                .indefinitely();
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static double counted(String code) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("anju_denials_total") && line.contains("code=\"" + code + "\""))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    @Test
    void writesDownWhoWasRefusedWhereAndWhy() {
        var trace = refused("/api/v1/doors/me");

        var row = written(officer).getFirst();
        assertEquals("ROLE_MISSING", row.getString("code"));
        assertEquals("GET /api/v1/doors/me", row.getString("endpoint"));
        assertEquals(trace, row.getString("trace_id"));
    }

    @Test
    void writesThePatternOfAPathAndNotTheIdInIt() {
        var key =
                neighbours.tokens().verification(customer, "door-service", "door.lock", "/api/v1/doors/" + door, BODY);
        as(customer)
                .header("Verification-Token", key)
                .body(BODY)
                .post("/api/v1/doors/" + door + "/unlocking")
                .then()
                .statusCode(403);

        var row = written(customer).getFirst();
        assertEquals("VERIFICATION_MISMATCH", row.getString("code"));
        assertEquals("POST /api/v1/doors/{id}/unlocking", row.getString("endpoint"));
    }

    @Test
    void countsEachAndWritesDownABoundedNumber() {
        var before = counted("ROLE_MISSING");

        for (int knock = 0; knock < 20; knock++) {
            refused("/api/v1/doors/high");
        }

        assertEquals(before + 20, counted("ROLE_MISSING"));
        assertEquals(5, written(officer).size());
    }

    @Test
    void countsThoseWhoAreNotKnown() {
        var before = counted("TOKEN_MISSING");

        given().get("/api/v1/doors/me").then().statusCode(401);

        assertEquals(before + 1, counted("TOKEN_MISSING"));
    }

    @Test
    void standsAsItWasWritten() {
        refused("/api/v1/doors/me");

        for (var change : List.of("update denial set code = 'X'", "delete from denial", "truncate denial")) {
            assertThrows(
                    PgException.class,
                    () -> pool.query(change).execute().await().indefinitely());
        }
    }
}
