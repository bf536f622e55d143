package io.anju.contract.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
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
}
