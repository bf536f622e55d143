package io.anju.contract.signing.http;

import static org.hamcrest.Matchers.equalTo;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of a clause's reading could have happened. */
@QuarkusTest
class ReadingTest extends ContractTestBase {

    private ValidatableResponse read(UUID contract, Object shownAt, int seconds) {
        return as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"shownAt\":\"%s\",\"secondsShown\":%d,\"answer\":\"B\"}".formatted(shownAt, seconds))
                .post("/api/v1/contracts/" + contract + "/clauses/late/confirmation")
                .then();
    }

    private void assertOutOfTime(UUID contract, Object shownAt, int seconds) {
        read(contract, shownAt, seconds).statusCode(422).body("code", equalTo("CLAUSE_SHOWN_OUT_OF_TIME"));
    }

    @Test
    void aClauseIsReadAfterItWasWrittenAndBeforeItIsAnswered() {
        UUID contract = draftedContract();
        Instant now = Instant.now();

        assertOutOfTime(contract, now.minus(Duration.ofHours(1)), 5);
        assertOutOfTime(contract, now.plus(Duration.ofHours(1)), 5);
        assertOutOfTime(contract, now, 86_400);
        assertOutOfTime(contract, Instant.MAX, 5);
        assertOutOfTime(contract, Instant.MIN, 5);
        read(contract, now, 5).statusCode(201).body("confirmed", equalTo(false));
    }

    @Test
    void aClauseIsNotAnsweredWithoutEnd() {
        UUID contract = draftedContract();
        for (int i = 0; i < 50; i++) {
            read(contract, Instant.now(), 5).statusCode(201);
        }

        read(contract, Instant.now(), 5).statusCode(409).body("code", equalTo("CLAUSE_ANSWERED_TOO_OFTEN"));
        confirm(contract, "mortgage", "C");
    }
}
