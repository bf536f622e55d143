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

    @Test
    void whatNobodySignedInTimeExpires() throws Throwable {
        UUID late = draftedContract();
        pool.preparedQuery("update contract set expires_on = '2026-01-01' where id = $1")
                .execute(Tuple.of(late))
                .await()
                .indefinitely();

        VertxContextSupport.subscribeAndAwait(sweep::sweep);

        as(customer).get("/api/v1/contracts/" + late).then().body("state", equalTo("EXPIRED"));
        neighbours.awaitEvent("anju.contract.expired.v1", late.toString());
    }
}
