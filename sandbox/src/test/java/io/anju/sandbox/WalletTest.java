package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.sandbox.callback.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletTest {
    private static final String SECRET = "the-wallet's-secret-of-the-tests";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Receiver receiver;
    private Caller wallet;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        begin();
    }

    private void begin() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests", SECRET, "the-registry's-secret")
                .keptIn(folder));
        wallet = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aCodeLinksItsWalletOnceAndTheSameLinkAgain() throws Exception {
        var code = code("wal-1");

        assertEquals("wal-1", link("l-1", code).json().path("wallet").asText());
        assertEquals("wal-1", link("l-1", code).json().path("wallet").asText());
        assertEquals("CODE_WRONG", link("l-2", code).code());
    }

    @Test
    void aPaymentTakesOwnFundsAndIsToldBySignedCallback() throws Exception {
        wallet.put("/wallet/accounts/wal-1", "{'ownFunds':1000,'creditUsed':0}");

        assertEquals("PENDING", pay("r-1", "wal-1", 700).json().path("state").asText());

        var told = receiver.next();
        assertEquals("SUCCEEDED", told.json().path("state").asText());
        assertEquals("OWN", told.json().path("funds").asText());
        assertEquals(signed(told.body()), told.signature());
        assertEquals(300, account("wal-1").path("ownFunds").asLong());
    }

    @Test
    void creditNeverHelpsAPaymentOut() throws Exception {
        link("l-1", code("wal-1"));
        notice("{\"id\":\"n-1\",\"kind\":\"LIMIT\",\"link\":\"l-1\",\"limit\":5000}", true);
        wallet.put("/wallet/accounts/wal-1", "{'ownFunds':699,'creditUsed':0}");

        pay("r-1", "wal-1", 700);

        assertEquals("INSUFFICIENT_FUNDS", receiver.next().json().path("reason").asText());
        assertEquals(5000, account("wal-1").path("creditLimit").asLong());
        assertEquals(0, account("wal-1").path("creditUsed").asLong());
    }

    @Test
    void aPaymentFromCreditIsNotToBeOrdered() throws Exception {
        var answer = wallet.post(
                "/wallet/payments",
                "{'reference':'r-1','wallet':'wal-1','amount':1,'funds':'CREDIT','callbackUrl':'%s'}"
                        .formatted(receiver.url()));

        assertEquals("INPUT_INVALID", answer.code());
    }

    @Test
    void aWalletCanBeToldToMisbehaveAndDrawItsCreditAllTheSame() throws Exception {
        pay("r-1", "wal-oncredit", 700);

        assertEquals("CREDIT", receiver.next().json().path("funds").asText());
    }

    @Test
    void creditThatWasDrawnIsGivenBackOnceAndNothingElseIs() throws Exception {
        pay("r-1", "wal-oncredit", 700);
        receiver.next();
        assertEquals(700, account("wal-oncredit").path("creditUsed").asLong());

        giveBack("b-1", "r-1", "wal-oncredit", 700);
        var told = receiver.next().json();
        giveBack("b-1", "r-1", "wal-oncredit", 700);

        assertEquals("RETURN", told.path("kind").asText());
        assertEquals("SUCCEEDED", told.path("state").asText());
        assertEquals("CREDIT", told.path("funds").asText());
        assertEquals(0, account("wal-oncredit").path("creditUsed").asLong());
        giveBack("b-2", "r-0", "wal-oncredit", 700);
        assertEquals("NOTHING_TO_RETURN", receiver.next().json().path("reason").asText());
    }

    @Test
    void theDailyFileListsLinksNoticesPaymentsAndReturnsUnlessItIsSpoilt() throws Exception {
        link("l-1", code("wal-1"));
        notice("{\"id\":\"n-1\",\"kind\":\"LIMIT\",\"link\":\"l-1\",\"limit\":5000}", true);
        pay("r-1", "wal-1", 700);
        receiver.next();
        pay("r-2", "wal-1", 800);
        receiver.next();
        String day = wallet.get("/business-date").json().path("date").asText();

        assertEquals(List.of("l-1,LINK,0", "n-1,LIMIT,5000", "r-1,PAYMENT,700", "r-2,PAYMENT,800"), file(day));

        String path = "/wallet/files/" + day + ".csv";
        String tag = wallet.get(path).tag();
        assertEquals(304, wallet.head(path, tag).status());

        wallet.put("/wallet/orders/r-1/faults", "{'fileMissing':true}");
        wallet.put("/wallet/orders/r-2/faults", "{'fileAmount':801}");
        wallet.post(
                "/wallet/files/" + day + ".csv/lines",
                "{'reference':'x','kind':'PAYMENT','funds':'OWN','account':'wal-9','amount':9}");
        assertEquals(List.of("l-1,LINK,0", "n-1,LIMIT,5000", "r-2,PAYMENT,801", "x,PAYMENT,9"), file(day));
        assertEquals(200, wallet.head(path, tag).status());
    }

    /** Reference, kind and amount of each line. */
    private List<String> file(String day) throws Exception {
        return wallet.get("/wallet/files/" + day + ".csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(fields -> fields[1] + "," + fields[2] + "," + fields[6])
                .toList();
    }

    private void giveBack(String reference, String payment, String from, long amount) throws Exception {
        wallet.post(
                "/wallet/returns",
                "{'reference':'%s','payment':'%s','wallet':'%s','amount':%d,'callbackUrl':'%s'}"
                        .formatted(reference, payment, from, amount, receiver.url()));
    }

    @Test
    void theSameReferencePaysOnceAndForOtherMoneyIsAConflict() throws Exception {
        pay("r-1", "wal-1", 700);
        receiver.next();

        assertEquals("SUCCEEDED", pay("r-1", "wal-1", 700).json().path("state").asText());
        assertEquals("REFERENCE_REUSED", pay("r-1", "wal-1", 701).code());
        assertTrue(receiver.quietFor(Duration.ofMillis(200)));
    }

    @Test
    void aNoticeWithoutItsSignatureIsNotHeard() throws Exception {
        String body = "{\"id\":\"n-1\",\"kind\":\"CLOSED\",\"link\":\"l-1\",\"limit\":0}";

        assertEquals(401, notice(body, false));
        assertEquals(200, notice(body, true));
        assertEquals(200, notice(body, true));
        assertEquals(409, notice(body.replace("CLOSED", "LIMIT"), true));

        var items = wallet.get("/wallet/notices?link=l-1").json().path("items");
        assertEquals(1, items.size());
        assertEquals("CLOSED", items.path(0).path("kind").asText());
    }

    @Test
    void aPaymentThatWasTakenIsSettledAndToldAfterARestart() throws Exception {
        wallet.put("/wallet/faults", "{'delayMillis':60000}");
        pay("r-1", "wal-1", 700);
        sandbox.close();

        begin();

        assertEquals("SUCCEEDED", receiver.next().json().path("state").asText());
        var found = wallet.post("/wallet/payment-queries", "{'references':['r-1','r-2']}");
        assertEquals(1, found.json().path("payments").size());
    }

    private String code(String name) throws IOException {
        return wallet.post("/wallet/link-codes", "{'wallet':'%s'}".formatted(name))
                .json()
                .path("code")
                .asText();
    }

    private Caller.Answer link(String reference, String code) throws IOException {
        return wallet.post("/wallet/links", "{'reference':'%s','code':'%s'}".formatted(reference, code));
    }

    private Caller.Answer pay(String reference, String from, long amount) throws IOException {
        return wallet.post(
                "/wallet/payments",
                "{'reference':'%s','wallet':'%s','amount':%d,'funds':'OWN','callbackUrl':'%s'}"
                        .formatted(reference, from, amount, receiver.url()));
    }

    private com.fasterxml.jackson.databind.JsonNode account(String name) throws IOException {
        return wallet.get("/wallet/accounts/" + name).json();
    }

    private int notice(String payload, boolean signed) throws IOException {
        var quoted = payload.replace("\"", "\\\"");
        return wallet.post(
                        "/wallet/notices",
                        "{\"payload\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(quoted, signed ? signed(payload) : "sha256=00"))
                .status();
    }

    private static String signed(String body) {
        return new Signature(SECRET.getBytes(StandardCharsets.UTF_8)).of(body.getBytes(StandardCharsets.UTF_8));
    }
}
