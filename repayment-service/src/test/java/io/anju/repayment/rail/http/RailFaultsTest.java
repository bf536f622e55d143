package io.anju.repayment.rail.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rail that repeats itself, contradicts itself, keeps silent, or hangs up after it has taken an order. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RailFaultsTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
    }

    @AfterEach
    void mend() {
        faults(new JsonObject());
    }

    @Test
    void asksWhatBecameOfAnOrderThatTimedOutAfterSuccessAndWasNeverCalledBack() {
        faults(new JsonObject().put("timeoutAfterSuccess", 1).put("dropCallbacks", 1000));

        UUID loan = bank.lend(UUID.randomUUID(), "2026-11-22", "2026-12-22", "0.0000");

        assertEquals(1, transfers(loan));
    }

    @Test
    void postsOnceWhatIsToldTwice() throws Exception {
        UUID loan = bank.lend(UUID.randomUUID(), "2026-11-22", "2026-12-22", "0.0000");
        JsonObject told = new JsonObject()
                .put("transactionId", UUID.randomUUID().toString())
                .put("reference", reference(loan))
                .put("kind", "PAYOUT")
                .put("state", "SUCCEEDED")
                .put("amount", 100_000_000);

        callback(told, sign(told)).statusCode(204);

        assertEquals(1, transfers(loan));
    }

    @Test
    void doesNotBelieveARailThatContradictsItself() throws Exception {
        UUID loan = bank.lend(UUID.randomUUID(), "2026-11-22", "2026-12-22", "0.0000");
        JsonObject told = new JsonObject()
                .put("transactionId", UUID.randomUUID().toString())
                .put("reference", reference(loan))
                .put("state", "FAILED")
                .put("reason", "DECLINED")
                .put("amount", 100_000_000);

        callback(told, sign(told)).statusCode(204);

        assertEquals(1, transfers(loan));
        assertEquals(List.of("STATUS_DIFFERS"), breaks(reference(loan)));
    }

    @Test
    void takesNoteOfAReferenceThatWasNeverGivenAndOfAnotherAmount() throws Exception {
        JsonObject told = new JsonObject()
                .put("transactionId", "t")
                .put("reference", "nobody's-" + UUID.randomUUID())
                .put("state", "SUCCEEDED")
                .put("amount", 1);
        callback(told, sign(told)).statusCode(204);
        assertEquals(List.of("UNKNOWN_REFERENCE"), breaks(told.getString("reference")));

        faults(new JsonObject().put("delayMillis", 2_000));
        UUID customer = UUID.randomUUID();
        UUID loan = bank.order(customer, "2026-11-22", "2026-12-22", "0.0000");
        JsonObject other = told.copy().put("reference", reference(loan));
        callback(other, sign(other)).statusCode(204);
        assertEquals(List.of("AMOUNT_DIFFERS"), breaks(reference(loan)));
        // And what the rail does in the end is believed; nothing of it is left to the day of another test.
        bank.awaitPayout(customer, loan);
    }

    @Test
    void refusesSignedNonsense() throws Exception {
        for (JsonObject nonsense : List.of(
                new JsonObject(),
                new JsonObject().put("transactions", "none"),
                new JsonObject()
                        .put("transactionId", "t")
                        .put("reference", "r")
                        .put("state", "LOST")
                        .put("amount", 1))) {
            callback(nonsense, sign(nonsense)).statusCode(400);
        }
    }

    @Test
    void doesNotListenToStrangers() throws Exception {
        JsonObject told = new JsonObject()
                .put("transactionId", "t")
                .put("reference", "nobody's")
                .put("state", "SUCCEEDED")
                .put("amount", 1);

        callback(told, "sha256=00").statusCode(401).body("code", equalTo("CALLBACK_NOT_SIGNED"));
    }

    private io.restassured.response.ValidatableResponse callback(JsonObject told, String signature) {
        return given().contentType(ContentType.JSON)
                .header("X-Signature", signature)
                .body(told.encode())
                .post("/callbacks/rail")
                .then();
    }

    private String sign(JsonObject told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(outside.callbackSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(told.encode().getBytes(StandardCharsets.UTF_8)));
    }

    private List<Object> breaks(String reference) {
        return transactions
                .run(tx -> tx.select("select kind from rail_break where reference = $1", reference))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row[0])
                .toList();
    }

    private String reference(UUID loan) {
        return (String) transactions
                .run(tx -> tx.select("select reference from rail_order where loan_id = $1", loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private long transfers(UUID loan) {
        return (Long) transactions
                .run(tx -> tx.select("select count(*) from transfer where loan_id = $1", loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private void faults(JsonObject plan) {
        given().contentType(ContentType.JSON)
                .body(plan.encode())
                .put(outside.url() + "/rail/faults")
                .then()
                .statusCode(200);
    }
}
