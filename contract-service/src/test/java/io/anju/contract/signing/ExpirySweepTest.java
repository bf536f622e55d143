package io.anju.contract.signing;

import static org.hamcrest.Matchers.equalTo;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpirySweepTest extends ContractTestBase {
    @Inject
    ExpirySweep sweep;

    private UUID lateContract() {
        UUID late = draftedContract();
        pool.preparedQuery("update contract set expires_on = '2026-01-01' where id = $1")
                .execute(Tuple.of(late))
                .await()
                .indefinitely();
        return late;
    }

    /** As if a replica had taken the turn. */
    private void turnIsTaken(String forHowLong) {
        pool.preparedQuery("""
                        insert into turn (name, leased_until) values ('expiry-sweep', now() + $1::text::interval)
                        on conflict (name) do update set leased_until = excluded.leased_until
                        """).execute(Tuple.of(forHowLong)).await().indefinitely();
    }

    @Test
    void isLeftToTheReplicaThatHasTheTurn() throws Throwable {
        turnIsTaken("1 hour");
        UUID late = lateContract();

        VertxContextSupport.subscribeAndAwait(sweep::sweep);

        as(customer).get("/api/v1/contracts/" + late).then().body("state", equalTo("DRAFTED"));
    }

    @Test
    void whatNobodySignedInTimeExpires() throws Throwable {
        turnIsTaken("1 hour");
        UUID late = lateContract();
        turnIsTaken("-1 second");

        VertxContextSupport.subscribeAndAwait(sweep::sweep);

        as(customer).get("/api/v1/contracts/" + late).then().body("state", equalTo("EXPIRED"));
        neighbours.awaitEvent("anju.contract.expired.v1", late.toString());
    }
}
