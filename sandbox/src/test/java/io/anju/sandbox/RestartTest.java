package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    private Path folder;

    private Sandbox start() throws IOException {
        return Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests").keptIn(folder));
    }

    private static String debit(String reference, Receiver receiver) {
        return "{'reference':'%s','cardToken':'tok_a','amount':400,'callbackUrl':'%s'}"
                .formatted(reference, receiver.url());
    }

    @Test
    void balancesTransactionsAndTheBusinessDateAreKept() throws Exception {
        try (var receiver = new Receiver()) {
            try (var sandbox = start()) {
                var caller = new Caller(sandbox);
                caller.put("/rail/accounts/tok_a", "{'balance':1000}");
                caller.put("/business-date", "{'date':'2040-02-29'}");
                caller.post("/rail/debits", debit("r1", receiver));
                receiver.next();
                assertEquals("SUCCEEDED", state(caller, "r1"));
            }
            try (var sandbox = start()) {
                var caller = new Caller(sandbox);
                assertEquals(
                        600,
                        caller.get("/rail/accounts/tok_a")
                                .json()
                                .path("balance")
                                .asLong());
                assertEquals(
                        "2040-02-29",
                        caller.get("/business-date").json().path("date").asText());
                assertEquals(
                        "SUCCEEDED",
                        caller.post("/rail/debits", debit("r1", receiver))
                                .json()
                                .path("state")
                                .asText());
                assertEquals(
                        2,
                        caller.get("/rail/files/2040-02-29.csv").text().lines().count());
            }
        }
    }

    @Test
    void aPendingDebitIsSettledOnceAfterTheRestart() throws Exception {
        try (var receiver = new Receiver()) {
            try (var sandbox = start()) {
                var caller = new Caller(sandbox);
                caller.put("/rail/accounts/tok_a", "{'balance':1000}");
                caller.put("/rail/faults", "{'delayMillis':60000}");
                caller.post("/rail/debits", debit("r1", receiver));
            }
            try (var sandbox = start()) {
                assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
                assertTrue(receiver.quietFor(Duration.ofMillis(300)));
                assertEquals(
                        600,
                        new Caller(sandbox)
                                .get("/rail/accounts/tok_a")
                                .json()
                                .path("balance")
                                .asLong());
            }
        }
    }

    @Test
    void aLastLineCutShortIsForgotten() throws Exception {
        try (var sandbox = start()) {
            new Caller(sandbox).put("/rail/accounts/tok_a", "{'balance':1000}");
        }
        Files.writeString(folder.resolve("journal.jsonl"), "{\"type\":\"rail.bal", StandardOpenOption.APPEND);

        try (var sandbox = start()) {
            var caller = new Caller(sandbox);
            caller.put("/rail/accounts/tok_b", "{'balance':5}");
            assertEquals(
                    1000,
                    caller.get("/rail/accounts/tok_a").json().path("balance").asLong());
        }
        try (var sandbox = start()) {
            assertEquals(
                    5,
                    new Caller(sandbox)
                            .get("/rail/accounts/tok_b")
                            .json()
                            .path("balance")
                            .asLong());
        }
    }

    @Test
    void twoSandboxesCannotShareAFolder() throws Exception {
        try (var sandbox = start()) {
            var refused = assertThrows(IOException.class, this::start);
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
            assertEquals(200, new Caller(sandbox).get("/health").status());
        }
    }

    private static String state(Caller caller, String reference) throws IOException {
        return caller.get("/rail/transactions?reference=" + reference)
                .json()
                .path("state")
                .asText();
    }
}
