package io.anju.contract.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Work that a dying process left behind. */
@QuarkusTest
class LeftBehindTest extends ContractTestBase {

    private UUID leftBehind(String kind, UUID subject) {
        UUID id = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into task (id, kind, subject, payload, attempts, due_at)
                        values ($1, $2, $3, '{}', 1, now() - interval '1 second')
                        """).execute(Tuple.of(id, kind, subject)).await().indefinitely();
        return id;
    }

    private boolean isDone(UUID task) {
        return pool.preparedQuery("select 1 from task where id = $1")
                        .execute(Tuple.of(task))
                        .await()
                        .indefinitely()
                        .size()
                == 0;
    }

    @Test
    void isTakenUpAgainAndSealsNothingTwice() {
        UUID contract = sealedContract();
        String before = as(customer).get("/api/v1/contracts/" + contract).path("sealedPdfSha256");

        UUID task = leftBehind("SEAL", contract);

        Awaitility.await().until(() -> isDone(task));
        as(customer).get("/api/v1/contracts/" + contract).then().body("sealedPdfSha256", equalTo(before));
        assertEquals(
                1,
                neighbours.told("anju.contract.sealed.v1").stream()
                        .filter(event -> event.path("subject").asText().equals(contract.toString()))
                        .map(event -> event.path("id").asText())
                        .distinct()
                        .count());
    }

    @Test
    void whatWasGivenUpIsShownAndTakenUpAgainOnCommand() {
        UUID contract = sealedContract();
        UUID parked = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into task (id, kind, subject, payload, state, attempts, last_error)
                        values ($1, 'SEAL', $2, '{}', 'PARKED', 20, 'the seal was away')
                        """).execute(Tuple.of(parked, contract)).await().indefinitely();

        asAdmin()
                .get("/api/v1/staff/contract-tasks")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + parked + "' }.lastError", equalTo("the seal was away"));
        redrive(parked, 204);

        Awaitility.await().until(() -> isDone(parked));
        redrive(parked, 404);
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(neighbours.tokens().staff(UUID.randomUUID(), "admin"));
    }

    private void redrive(UUID task, int status) {
        asAdmin()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/contract-tasks/" + task + "/redrive")
                .then()
                .statusCode(status);
    }
}
