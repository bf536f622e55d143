package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RailTest {
    private static final String SECRET = "a-secret-of-the-tests";
    private Sandbox sandbox;
    private Receiver receiver;
    private Caller rail;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory(SECRET));
        receiver = new Receiver();
        rail = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        receiver.close();
    }

    private Caller.Answer debit(String reference, long amount) throws IOException {
        return rail.post(
                "/rail/debits",
                "{'reference':'%s','cardToken':'tok_a','amount':%d,'callbackUrl':'%s'}"
                        .formatted(reference, amount, receiver.url()));
    }

    @Test
    void aDebitIsTakenAsPendingAndSettledByASignedCallback() throws Exception {
        var taken = debit("r1", 449_045);

        var told = receiver.next();

        assertEquals(202, taken.status());
        assertEquals("PENDING", taken.json().path("state").asText());
        assertEquals("SUCCEEDED", told.json().path("state").asText());
        assertEquals("DEBIT", told.json().path("kind").asText());
        assertEquals(449_045, told.json().path("amount").asLong());
        assertEquals(taken.json().path("transactionId"), told.json().path("transactionId"));
        assertEquals("sha256=" + hmac(told.body()), told.signature());
    }

    @Test
    void aPayoutNamesItsPayeeAsTextOrByReference() throws Exception {
        rail.post(
                "/rail/payouts",
                "{'reference':'p1','payee':{'reference':'seller-1'},'amount':100000000,'callbackUrl':'%s'}"
                        .formatted(receiver.url()));

        var told = receiver.next().json();

        assertEquals("PAYOUT", told.path("kind").asText());
        assertEquals("seller-1", told.path("account").asText());
        assertEquals("SUCCEEDED", told.path("state").asText());
        assertEquals(rail.get("/business-date").json().path("date"), told.path("valueDate"));
    }

    @Test
    void theSameReferenceIsTheSameTransaction() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':1000}");
        var first = debit("r1", 700);
        receiver.next();

        var second = debit("r1", 700);

        assertEquals(first.json().path("transactionId"), second.json().path("transactionId"));
        assertEquals("SUCCEEDED", second.json().path("state").asText());
        assertEquals(
                300, rail.get("/rail/accounts/tok_a").json().path("balance").asLong());
        assertTrue(receiver.quietFor(Duration.ofMillis(200)));
    }

    @Test
    void theSameReferenceForOtherMoneyIsAConflict() throws Exception {
        debit("r1", 700);

        var other = debit("r1", 701);

        assertEquals(409, other.status());
        assertEquals("REFERENCE_REUSED", other.code());
    }

    @Test
    void aDebitBeyondTheBalanceFailsAndTakesNothing() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':699}");

        debit("r1", 700);

        var told = receiver.next().json();
        assertEquals("FAILED", told.path("state").asText());
        assertEquals("INSUFFICIENT_FUNDS", told.path("reason").asText());
        assertEquals(
                699, rail.get("/rail/accounts/tok_a").json().path("balance").asLong());
    }

    @Test
    void aRefusedCallbackIsTriedAgainUntilItIsTaken() throws Exception {
        receiver.refuse(2);

        debit("r1", 700);

        var first = receiver.next();
        assertEquals(first, receiver.next());
        assertEquals(first, receiver.next());
        assertTrue(receiver.quietFor(Duration.ofSeconds(1)));
    }

    @Test
    void duplicatedCallbacksArriveMoreThanOnce() throws Exception {
        rail.put("/rail/faults", "{'duplicateCallbacks':2}");

        debit("r1", 700);

        var first = receiver.next();
        assertEquals(first, receiver.next());
        assertEquals(first, receiver.next());
    }

    @Test
    void aDroppedCallbackArrivesLater() throws Exception {
        rail.put("/rail/faults", "{'dropCallbacks':1}");

        debit("r1", 700);

        assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
        assertEquals(0, rail.get("/rail/faults").json().path("dropCallbacks").asInt());
    }

    @Test
    void aTimeoutAfterSuccessLeavesATransactionThatCanBeFound() throws Exception {
        rail.put("/rail/faults", "{'timeoutAfterSuccess':1}");

        assertThrows(IOException.class, () -> debit("r1", 700));

        assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
        assertEquals(200, rail.get("/rail/transactions?reference=r1").status());
    }

    @Test
    void aRefusedRequestDoesNothing() throws Exception {
        rail.put("/rail/faults", "{'refuseNext':1}");

        var refused = debit("r1", 700);

        assertEquals(503, refused.status());
        assertEquals(404, rail.get("/rail/transactions?reference=r1").status());
    }

    @Test
    void theNextSettlementFailsWhenAskedTo() throws Exception {
        rail.put("/rail/faults", "{'failNext':1}");

        debit("r1", 700);

        assertEquals("DECLINED", receiver.next().json().path("reason").asText());
    }

    @Test
    void theDailyFileListsWhatWasSettledOnThatBusinessDate() throws Exception {
        rail.put("/business-date", "{'date':'2031-05-20'}");
        debit("r,1", 700);
        receiver.next();
        rail.put("/business-date", "{'date':'2031-05-21'}");
        debit("r2", 800);
        receiver.next();

        var file = rail.get("/rail/files/2031-05-20.csv");

        var lines = file.text().split("\r\n");
        assertEquals(2, lines.length, file.text());
        assertEquals("transactionId,reference,kind,state,reason,account,amount,settledAt", lines[0]);
        assertTrue(lines[1].contains(",\"r,1\",DEBIT,SUCCEEDED,,tok_a,700,"), lines[1]);
        assertEquals(404, rail.get("/rail/files/2031-05-22.csv").status());
    }

    private Caller.Answer debitBatch(String... debits) throws IOException {
        return rail.post(
                "/rail/debit-batches",
                "{'callbackUrl':'%s','debits':[%s]}".formatted(receiver.url(), String.join(",", debits)));
    }

    private static String item(String reference, String card, long amount) {
        return "{'reference':'%s','cardToken':'%s','amount':%d}".formatted(reference, card, amount);
    }

    @Test
    void aBatchIsTakenAtOnceAndToldInOneSignedCallback() throws Exception {
        rail.put("/rail/accounts/tok_poor", "{'balance':10}");

        var taken = debitBatch(item("r1", "tok_a", 700), item("r2", "tok_poor", 800), item("r3", "closed", 900));

        assertEquals(202, taken.status());
        assertEquals(3, taken.json().path("taken").size());
        var told = receiver.next();
        assertEquals("sha256=" + hmac(told.body()), told.signature());
        var transactions = told.json().path("transactions");
        assertEquals("SUCCEEDED", transactions.path(0).path("state").asText());
        assertEquals("INSUFFICIENT_FUNDS", transactions.path(1).path("reason").asText());
        assertEquals("ACCOUNT_CLOSED", transactions.path(2).path("reason").asText());
        assertEquals(
                "r2",
                rail.get("/rail/transactions?reference=r2")
                        .json()
                        .path("reference")
                        .asText());
    }

    @Test
    void aBatchSentAgainMovesNothingTwiceAndRefusesOtherMoneyAlone() throws Exception {
        rail.put("/rail/accounts/tok_a", "{'balance':1000}");
        var first = debitBatch(item("r1", "tok_a", 700));
        receiver.next();

        var again = debitBatch(item("r1", "tok_a", 700), item("r1", "tok_a", 701), item("r4", "tok_a", 1));

        assertEquals(first.json().at("/taken/0/transactionId"), again.json().at("/taken/0/transactionId"));
        assertEquals("REFERENCE_REUSED", again.json().at("/refused/0/code").asText());
        assertEquals(
                "r4", receiver.next().json().at("/transactions/0/reference").asText());
        assertEquals(
                299, rail.get("/rail/accounts/tok_a").json().path("balance").asLong());
    }

    @Test
    void aFaultOfCallbacksBefallsSingleTransactionsOfABatch() throws Exception {
        rail.put("/rail/faults", "{'transactionsPerCallback':1,'dropCallbacks':1}");

        debitBatch(item("r1", "tok_a", 700), item("r2", "tok_a", 800));

        assertEquals(
                "r2", receiver.next().json().at("/transactions/0/reference").asText());
        assertEquals(
                "r1", receiver.next().json().at("/transactions/0/reference").asText());
    }

    @Test
    void aBatchIsBoundedAndCheckedItemByItem() throws Exception {
        assertEquals("INPUT_INVALID", debitBatch().code());
        assertEquals("INPUT_INVALID", debitBatch(item("r1", "tok_a", 0)).code());
        assertEquals(404, rail.get("/rail/transactions?reference=r1").status());
    }

    @Test
    void everyOneOfManySettledTransactionsIsFoundByItsReference() throws Exception {
        var many = IntStream.range(0, 5_000)
                .mapToObj(i -> item("r-" + i, "tok_a", 1 + i))
                .toList();
        for (int i = 0; i < many.size(); i += 1_000) {
            debitBatch(many.subList(i, i + 1_000).toArray(String[]::new));
        }
        for (int told = 0; told < many.size(); ) {
            told += receiver.next().json().path("transactions").size();
        }

        for (int i : new int[] {0, 1, 2_047, 2_048, 4_999}) {
            assertEquals(
                    1 + i,
                    rail.get("/rail/transactions?reference=r-" + i)
                            .json()
                            .path("amount")
                            .asLong());
        }
        assertEquals(404, rail.get("/rail/transactions?reference=r-5000").status());
    }

    private static String hmac(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
