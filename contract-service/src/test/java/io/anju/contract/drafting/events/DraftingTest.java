package io.anju.contract.drafting.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftingTest extends ContractTestBase {

    private int count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(application.toString()))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    @Test
    void aContractWaitsForIdentityServiceAndIsMadeWhenItAnswers() {
        approve();
        Awaitility.await()
                .until(() -> count(
                                "select count(*)::int from task where payload like '%' || $1 || '%' and last_error is not null")
                        == 1);

        identityKnowsTheCustomer();

        assertTrue(!awaitContract().isEmpty());
    }

    @Test
    void whatIsKeptOfThePartyIsEncrypted() {
        draftedContract();

        assertEquals(
                0,
                count(
                        "select count(*)::int from contract where application_id = cast($1 as text)::uuid and encode(party, 'escape') like '%110105%'"));
    }
}
