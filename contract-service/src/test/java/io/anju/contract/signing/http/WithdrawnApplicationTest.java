package io.anju.contract.signing.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever withdraws the application is bound by no contract of it, however far it had come. */
@QuarkusTest
class WithdrawnApplicationTest extends ContractTestBase {

    @Test
    void takesADraftedContractBack() {
        UUID contract = draftedContract();
        confirmAll(contract);

        withdraw();

        assertState(contract, "WITHDRAWN");
        neighbours.awaitEvent("anju.contract.withdrawn.v1", contract.toString());
        String body = signatureOver(pdfSha256(contract));
        as(customer)
                .header("Verification-Token", verification(contract, body))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/contracts/" + contract + "/signatures")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONTRACT_NOT_OPEN"));
    }

    @Test
    void draftsNoContractThatIsStillToBeMade() {
        approve();
        Awaitility.await().until(() -> drafts() == 1);

        withdraw();
        identityKnowsTheCustomer();

        assertEquals(0, drafts());
        as(customer).get("/api/v1/contracts").then().body("items", hasSize(0));
    }

    @Test
    void draftsNothingThatTheVersionBeforeWasToDraft() {
        approve();
        Awaitility.await().until(() -> drafts() == 1);
        UUID other = UUID.randomUUID();
        UUID draft = draftOfTheVersionBefore(other);

        withdraw(other);

        assertEquals(0, count("select count(*)::int from task where id = $1", draft));
        assertEquals(1, drafts());
    }

    @Test
    void rescindsASealedContractAndHasItsMortgageStruckOut() {
        UUID contract = sealedContract();
        neighbours.awaitEvent("anju.mortgage.registered.v1", contract.toString());

        withdraw();

        assertState(contract, "RESCINDED");
        neighbours.awaitEvent("anju.contract.rescinded.v1", contract.toString());
        neighbours.awaitEvent("anju.mortgage.released.v1", contract.toString());
        as(customer).get("/api/v1/mortgage-registrations").then().body("items.state", contains("RELEASED"));
        as(customer).get("/api/v1/contracts/" + contract + "/pdf").then().statusCode(200);
    }

    @Test
    void makesRoomForAnotherContractOfTheSameApplication() {
        UUID first = draftedContract();
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"reason\":\"too dear\"}")
                .post("/api/v1/contracts/" + first + "/declination")
                .then()
                .statusCode(201);

        approve();

        Awaitility.await()
                .untilAsserted(() -> as(customer)
                        .get("/api/v1/contracts")
                        .then()
                        .body("items.state", contains("DRAFTED", "DECLINED")));
    }

    /** In clear, and about no matter. */
    private UUID draftOfTheVersionBefore(UUID application) {
        UUID id = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into task (id, kind, subject, payload, due_at)
                        values ($1, 'DRAFT', $2, $3, now() + interval '1 hour')
                        """)
                .execute(Tuple.of(id, UUID.randomUUID(), "{\"applicationId\":\"%s\"}".formatted(application)))
                .await()
                .indefinitely();
        return id;
    }

    private void withdraw() {
        withdraw(application);
    }

    private void withdraw(UUID application) {
        tell(
                "loan-service",
                "anju.application.withdrawn.v1",
                application.toString(),
                "{\"applicationId\":\"%s\",\"customerId\":\"%s\"}".formatted(application, customer));
    }

    private void assertState(UUID contract, String state) {
        as(customer).get("/api/v1/contracts/" + contract).then().body("state", equalTo(state));
    }

    private int drafts() {
        return count("select count(*)::int from task where kind = 'DRAFT' and matter = $1", application);
    }

    private int count(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }
}
