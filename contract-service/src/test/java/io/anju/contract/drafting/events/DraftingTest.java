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

    private void awaitDraftThatWaits() {
        Awaitility.await()
                .until(() -> count("select count(*)::int from task where matter::text = $1 and last_error is not null")
                        == 1);
    }

    @Test
    void aContractWaitsForIdentityServiceAndIsMadeWhenItAnswers() {
        approve();
        awaitDraftThatWaits();

        identityKnowsTheCustomer();

        assertTrue(!awaitContract().isEmpty());
    }

    @Test
    void aDraftThatWaitsShowsNothingOfTheCertificate() {
        approve();
        awaitDraftThatWaits();

        assertEquals(
                0,
                count(
                        "select count(*)::int from task where matter::text = $1 and task::text ~ 'certificate|2024.*000001'"));
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
