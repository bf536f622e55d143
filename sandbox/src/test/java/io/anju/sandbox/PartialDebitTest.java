package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debits that may take what is there where it is less. */
class PartialDebitTest {
    private Sandbox sandbox;
    private Receiver receiver;
    private Caller rail;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests"));
        receiver = new Receiver();
        rail = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aDebitThatAcceptsAPartTakesWhatIsThereAndSaysHowMuch() throws Exception {
        rail.put("/business-date", "{'date':'2026-12-22','backwards':true}");
        rail.put("/rail/accounts/tok_a", "{'balance':699}");

        rail.post("/rail/debits", part("r1", 700));

        var told = receiver.next().json();
        assertEquals("SUCCEEDED", told.path("state").asText());
        assertEquals(699, told.path("amount").asLong());
        assertEquals(0, rail.get("/rail/accounts/tok_a").json().path("balance").asLong());
        assertEquals(
                699,
                rail.get("/rail/transactions?reference=r1")
                        .json()
                        .path("amount")
                        .asLong());
        assertTrue(rail.get("/rail/files/2026-12-22.csv").text().contains(",SUCCEEDED,,tok_a,699,"));
    }

    @Test
    void aDebitThatAcceptsAPartTakesTheWholeWhereItIsThereAndFailsWhereNothingIs() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':700}");

        rail.post("/rail/debits", part("r1", 700));
        var whole = receiver.next().json();
        rail.post("/rail/debits", part("r2", 700));
        var nothing = receiver.next().json();

        assertEquals(700, whole.path("amount").asLong());
        assertEquals("FAILED", nothing.path("state").asText());
        assertEquals("INSUFFICIENT_FUNDS", nothing.path("reason").asText());
        assertEquals(700, nothing.path("amount").asLong());
    }

    @Test
    void oneDebitOfABatchMayAcceptAPartWhileAnotherDoesNot() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':500}");
        rail.put("/rail/accounts/tok_b", "{'balance':500}");

        rail.post(
                "/rail/debit-batches",
                ("{'callbackUrl':'%s','debits':[{'reference':'r1','cardToken':'tok_a','amount':700,'partial':true},"
                                + "{'reference':'r2','cardToken':'tok_b','amount':700}]}")
                        .formatted(receiver.url()));

        var told = receiver.next().json().path("transactions");
        assertEquals(500, told.path(0).path("amount").asLong());
        assertEquals("FAILED", told.path(1).path("state").asText());
    }

    @Test
    void theSameReferenceAcceptingAPartOrNotIsAnotherOrder() throws Exception {
        rail.post("/rail/debits", part("r1", 700).replace("'partial':true,", ""));

        assertEquals(409, rail.post("/rail/debits", part("r1", 700)).status());
    }

    private String part(String reference, long amount) {
        return "{'reference':'%s','cardToken':'tok_a','amount':%d,'partial':true,'callbackUrl':'%s'}"
                .formatted(reference, amount, receiver.url());
    }
}
