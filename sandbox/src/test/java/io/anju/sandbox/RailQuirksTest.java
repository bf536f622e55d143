package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rail that is wrong about one order, or about one account, and right about the rest. */
class RailQuirksTest {
    private Sandbox sandbox;
    private Receiver receiver;
    private Caller rail;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests"));
        receiver = new Receiver();
        rail = new Caller(sandbox);
        rail.put("/business-date", "{'date':'2026-12-22','backwards':true}");
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aSilentOrderIsToldWhenTheSilenceIsLiftedAndNotBefore() throws Exception {
        quirk("orders/r1", "{'silent':true}");

        debit("r1", 700);

        assertTrue(receiver.quietFor(Duration.ofMillis(500)));
        assertEquals(
                "PENDING",
                rail.get("/rail/transactions?reference=r1").json().path("state").asText());
        assertTrue(file().getFirst().contains("SUCCEEDED"));
        quirk("orders/r1", "{}");
        assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
    }

    @Test
    void anOrderOfTheAccountIsToldTwiceAndThenAsPending() throws Exception {
        quirk("accounts/tok_a", "{'duplicateCallbacks':1,'outOfOrder':true}");

        debit("r1", 700);

        var states = List.of(
                receiver.next().json().path("state").asText(),
                receiver.next().json().path("state").asText(),
                receiver.next().json().path("state").asText());
        assertEquals("SUCCEEDED", states.getFirst());
        assertEquals(
                List.of("PENDING", "SUCCEEDED", "SUCCEEDED"),
                states.stream().sorted().toList());
    }

    @Test
    void anOrderIsCarriedOutAndNeverAnswered() throws Exception {
        quirk("orders/r1", "{'timeoutAfterSuccess':true}");

        assertThrows(IOException.class, () -> debit("r1", 700));

        assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
        debit("r2", 700);
    }

    @Test
    void aPartIsMovedAndTheRestStaysOnTheCard() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':1000}");
        quirk("orders/r1", "{'partialAmount':300}");

        debit("r1", 700);

        var told = receiver.next().json();
        assertEquals("SUCCEEDED", told.path("state").asText());
        assertEquals(300, told.path("amount").asLong());
        assertEquals(
                700, rail.get("/rail/accounts/tok_a").json().path("balance").asLong());
        assertTrue(file().getFirst().contains(",tok_a,300,"));
    }

    @Test
    void theFileIsWrongInEveryWayThatItIsToldTo() throws Exception {
        for (var reference : List.of("right", "amount", "missing", "twice")) {
            debit(reference, 700);
            receiver.next();
        }
        quirk("orders/amount", "{'fileAmount':701}");
        quirk("orders/missing", "{'fileMissing':true}");
        quirk("orders/twice", "{'fileTwice':true}");
        rail.post("/rail/files/2026-12-22.csv/lines", "{'reference':'surplus','account':'tok_b','amount':5}");

        var lines = file().stream()
                .map(line -> line.split(",")[1] + " " + line.split(",")[6])
                .toList();

        assertEquals(List.of("right 700", "amount 701", "twice 700", "twice 700", "surplus 5"), lines);
    }

    @Test
    void theFileIsWhateverTextItIsToldToBe() throws Exception {
        debit("right", 700);
        receiver.next();

        rail.put("/rail/files/2026-12-22.csv", "nonsense");
        assertEquals("nonsense", rail.get("/rail/files/2026-12-22.csv").text());

        rail.put("/rail/files/2026-12-22.csv", "");
        assertEquals(1, file().size());
    }

    @Test
    void theFileHasATagWhichChangesWithIt() throws Exception {
        debit("right", 700);
        receiver.next();
        var tags = new ArrayList<String>();

        tags.add(tagOnce());
        debit("second", 700);
        receiver.next();
        tags.add(tagOnce());
        quirk("orders/right", "{'fileAmount':701}");
        tags.add(tagOnce());
        rail.post("/rail/files/2026-12-22.csv/lines", "{'reference':'surplus','account':'tok_b','amount':5}");
        tags.add(tagOnce());
        rail.put("/rail/files/2026-12-22.csv", "nonsense");
        tags.add(tagOnce());

        assertEquals(5, Set.copyOf(tags).size(), tags.toString());
    }

    /** The tag that three answers have in common: a whole one, one without a body, and one to who has that version. */
    private String tagOnce() throws IOException {
        var path = "/rail/files/2026-12-22.csv";
        var whole = rail.get(path);
        assertEquals(whole.tag(), rail.head(path, "").tag());
        assertEquals(200, rail.head(path, "\"another\"").status());
        assertEquals(304, rail.head(path, whole.tag()).status());
        return whole.tag();
    }

    private void quirk(String of, String quirk) throws IOException {
        assertEquals(200, rail.put("/rail/" + of + "/faults", quirk).status());
    }

    private List<String> file() throws IOException {
        return rail.get("/rail/files/2026-12-22.csv").text().lines().skip(1).toList();
    }

    private void debit(String reference, long amount) throws IOException {
        rail.post(
                "/rail/debits",
                "{'reference':'%s','cardToken':'tok_a','amount':%d,'callbackUrl':'%s'}"
                        .formatted(reference, amount, receiver.url()));
    }
}
