package io.anju.contract.erasure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is left of a contract that no law keeps any longer. */
@QuarkusTest
class RetentionEndedTest extends ContractTestBase {

    private long count(String query) {
        return pool.preparedQuery("select count(*) from " + query)
                .execute(Tuple.of(customer))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private void run(String sql, UUID id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely();
    }

    private void ended(String item) {
        tell(
                "identity-service",
                "anju.customer.retention-ended.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"item\":\"%s\"}".formatted(customer, item));
    }

    private long files() {
        return count("contract_file f join contract c on c.id = f.contract_id"
                + " where c.customer_id = $1 and length(f.content) > 0");
    }

    @Test
    void itsContentsAreGoneAndThatItWasThereStays() {
        var contract = draftedContract();
        ended("COMPLAINTS");
        assertEquals(1, files());

        ended("CONTRACTS");
        ended("CONTRACTS");

        assertEquals(0, files());
        assertEquals(
                0, count("contract where customer_id = $1 and length(party || property_certificate || clauses) > 0"));
        assertEquals(1, count("contract where customer_id = $1 and pdf_sha256 is not null"));
        as(customer).get("/api/v1/contracts").then().statusCode(200);
        as(customer).get("/api/v1/contracts/" + contract + "/pdf").then().statusCode(404);
    }

    @Test
    void whatIsKeptCannotBeEmptiedAndWhatIsLetGoCannotBeExchanged() {
        var contract = draftedContract();
        String empty = "update contract_file set content = '' where contract_id = $1";
        assertThrows(RuntimeException.class, () -> run(empty, contract));

        ended("CONTRACTS");

        assertThrows(
                RuntimeException.class,
                () -> run("update contract_file set content = 'other' where contract_id = $1", contract));
        assertThrows(RuntimeException.class, () -> run("delete from contract_file where contract_id = $1", contract));
    }

    /** Something that a service told about a customer, in the log. */
    private UUID fact(String service, String type, UUID whom) {
        return tell(service, type, UUID.randomUUID().toString(), "{\"customerId\":\"%s\"}".formatted(whom));
    }

    private UUID factOf(UUID contract) {
        return tell(
                "contract-service", "anju.contract.drafted.v1", contract.toString(), """
                {"contractId":"%s","customerId":"%s"}
                """.formatted(contract, customer));
    }

    private List<Boolean> canBeOpened(UUID... events) {
        return List.of(events).stream()
                .map(event -> pool.preparedQuery(
                                "select count(*) from evidence_opening where event_id = $1 and length(opening) > 0")
                        .execute(Tuple.of(event))
                        .map(rows -> rows.iterator().next().getLong(0) == 1)
                        .await()
                        .indefinitely())
                .toList();
    }

    @Test
    void factsGoWithTheirItemAndTheRestWithTheLast() {
        UUID contract = factOf(draftedContract());
        UUID complaint = fact("care-service", "anju.complaint.opened.v1", customer);
        UUID paid = fact("repayment-service", "anju.instalment.paid.v1", customer);
        UUID consent = fact("identity-service", "anju.customer.consent-changed.v1", customer);
        UUID erased = fact("identity-service", "anju.customer.erased.v1", customer);
        UUID anothers = fact("repayment-service", "anju.instalment.paid.v1", UUID.randomUUID());

        ended("TRANSACTIONS");
        assertEquals(List.of(true, true, false), canBeOpened(contract, complaint, paid));
        ended("CONTRACTS");
        assertEquals(List.of(false, true, true), canBeOpened(contract, complaint, consent));
        ended("COMPLAINTS");

        assertEquals(List.of(false, false, true, true), canBeOpened(complaint, consent, erased, anothers));
        assertEquals(0, count("evidence_opening where customer_id = $1 and type not like 'anju.customer.%ed.v1'"));
    }

    @Test
    void aFactWrittenBeforeItWasKnownWhoseItIsGoesWithItsContract() {
        UUID event = factOf(draftedContract());
        run("update evidence_opening set customer_id = null where event_id = $1", event);

        ended("CONTRACTS");

        assertEquals(List.of(false), canBeOpened(event));
    }

    @Test
    void thePlaceOfAFactThatWasLetGoStaysProvenAndTheAuditSound() {
        UUID event = factOf(draftedContract());
        Awaitility.await().until(() -> proofStatus(event) == 200);

        ended("CONTRACTS");

        assertEquals(200, proofStatus(event));
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/log/audits")
                .then()
                .statusCode(200)
                .body("sound", equalTo(true));
    }

    private static int proofStatus(UUID event) {
        return given().get("/api/v1/log/leaves/" + event + "/proof").statusCode();
    }
}
