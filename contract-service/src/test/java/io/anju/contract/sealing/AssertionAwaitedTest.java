package io.anju.contract.sealing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A contract is not sealed for good without the passkey's assertion because identity-service had a bad moment. */
@QuarkusTest
class AssertionAwaitedTest extends ContractTestBase {

    private static RequestResponsePact evidenceAnswers(int status, String body) {
        return ConsumerPactBuilder.consumer("contract-service")
                .hasPactWith("identity-service")
                .uponReceiving("the assertion behind a signature")
                .method("GET")
                .matchPath("/internal/verifications/[^/]+/evidence", "/internal/verifications/1/evidence")
                .willRespondWith()
                .status(status)
                .body(body)
                .toPact();
    }

    private long count(String query, UUID contract) {
        return pool.preparedQuery("select count(*) from " + query)
                .execute(Tuple.of(contract))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private boolean triedOrSealed(UUID contract) {
        return count("task where subject = $1 and kind = 'SEAL' and last_error is not null", contract) > 0
                || count("contract where id = $1 and state = 'SEALED'", contract) > 0;
    }

    @Test
    void anAnswerThatIsNeitherYesNorNoIsAskedForAgain() {
        var refusing = neighbours.play(evidenceAnswers(403, "{}"));
        UUID contract = signedContract();
        Awaitility.await().until(() -> triedOrSealed(contract));
        as(customer).get("/api/v1/contracts/" + contract).then().body("state", equalTo("SIGNED"));

        neighbours.stopPlaying(refusing);
        var answering = neighbours.play(evidenceAnswers(200, "{\"clientDataJSON\":\"e30\"}"));

        neighbours.awaitEvent("anju.contract.sealed.v1", contract.toString());
        assertEquals(1, count("signature_evidence where contract_id = $1", contract));
        neighbours.stopPlaying(answering);
    }
}
