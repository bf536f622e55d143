package io.anju.repayment.wallet.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
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

/** An institution that repeats itself, keeps silent, tells late, or takes money that it may not take. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletFaultsTest {

    private static final int ALL = 1000;
    private static final String NOBODYS = "a-secret-that-nobody-shares";
    /** A call to the institution that may be repeated is made once more. */
    private static final int CALLS_OF_AN_ATTEMPT = 2;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private Bank bank;
    private Holder holder;
    private UUID loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        loan = bank.firstLoan(holder.id());
    }

    @AfterEach
    void mend() {
        holder.faults(new JsonObject());
    }

    @Test
    void postsOnceWhatIsToldThreeTimes() {
        holder.faults(new JsonObject().put("duplicateCallbacks", 2));

        String payment = pay("wal-twice");

        holder.awaitPayment(loan, payment, "SUCCEEDED");
        assertEquals(2, transfers());
        tell(new JsonObject().put("state", "SUCCEEDED").put("funds", "OWN"), true)
                .statusCode(204);
        assertEquals(2, transfers());
    }

    @Test
    void asksWhatBecameOfAPaymentThatTimedOutAfterSuccessAndWasNeverCalledBack() {
        holder.link(loan, "wal-mute", false);
        holder.faults(new JsonObject().put("timeoutAfterSuccess", 1).put("dropCallbacks", 1000));

        String payment = holder.pay(loan, link(), "OWN").path("id");

        holder.awaitPayment(loan, payment, "SUCCEEDED");
        assertEquals(2, transfers());
    }

    @Test
    void believesTheFirstWordAndNotesTheOneThatContradictsIt() {
        String payment = pay("wal-twofaced");
        holder.awaitPayment(loan, payment, "SUCCEEDED");

        tell(new JsonObject().put("state", "FAILED").put("funds", "OWN").put("reason", "DECLINED"), true)
                .statusCode(204);

        holder.awaitPayment(loan, payment, "SUCCEEDED");
        assertEquals(List.of("STATUS_DIFFERS"), breaks(reference()));
    }

    @Test
    void hearsAnOutcomeThatComesBeforeOurOwnNoteThatTheOrderWasSent() {
        holder.link(loan, "wal-quick", false);
        holder.faults(new JsonObject().put("refuseNext", ALL));
        String payment = holder.pay(loan, link(), "OWN").path("id");

        tell(new JsonObject().put("state", "SUCCEEDED").put("funds", "OWN"), true)
                .statusCode(204);

        holder.awaitPayment(loan, payment, "SUCCEEDED");
        assertEquals(2, transfers());
    }

    @Test
    void moneyFromTheCreditLinePaysNothingAndGoesBackOnce() {
        holder.faults(new JsonObject().put("duplicateCallbacks", 2));
        String payment = pay("wal-oncredit-once");

        assertEquals(
                "PAID_FROM_CREDIT", holder.awaitPayment(loan, payment, "FAILED").getString("reason"));
        assertEquals(1, transfers());
        holder.get("/api/v1/loans/" + loan + "/instalments")
                .then()
                .body("items.state", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem("PAID")));
        var told = neighbours.awaitEvent("anju.wallet.credit-taken.v1", loan.toString());
        assertEquals(449_045, told.path("amount").asLong());
        assertEquals(1, told.path("instalment").asInt());
        assertEquals(holder.id().toString(), told.path("customerId").asText());
        var returned = neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(reference(), returned.path("order").asText());
        assertEquals(0, creditUsed("wal-oncredit-once"));
        assertEquals(0, owedBack());
        assertEquals(2, postings());
        assertEquals(List.of(), breaks(reference()));
        holder.get("/api/v1/loans/" + loan + "/payments").then().body("items", org.hamcrest.Matchers.hasSize(1));
    }

    @Test
    void creditGoesBackOnceWhereNoAnswerComesThrough() {
        holder.link(loan, "wal-oncredit-mute", false);
        holder.faults(new JsonObject().put("timeoutAfterSuccess", 6).put("dropCallbacks", 1000));

        String payment = holder.pay(loan, link(), "OWN").path("id");

        holder.awaitPayment(loan, payment, "FAILED");
        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(0, creditUsed("wal-oncredit-mute"));
        assertEquals(0, owedBack());
        assertEquals(2, postings());
    }

    @Test
    void creditThatTheInstitutionDoesNotTakeBackStaysOwedAndIsABreak() {
        holder.link(loan, "wal-denied", false);
        holder.faults(new JsonObject().put("refuseNext", ALL));
        String payment = holder.pay(loan, link(), "OWN").path("id");
        tell(new JsonObject().put("state", "SUCCEEDED").put("funds", "CREDIT"), true)
                .statusCode(204);
        holder.awaitPayment(loan, payment, "FAILED");
        assertEquals(449_045, owedBack());

        // It never took the payment of which it told: there is nothing that it could give back. The payment's order and
        // the return's have then each been refused as often as a call is repeated, so that none comes through late.
        await("refusals").until(() -> ALL - holder.refusalsLeft() >= 2 * CALLS_OF_AN_ATTEMPT);
        holder.faults(new JsonObject());

        await("the break").until(() -> breaks("return:" + reference()), List.of("STATUS_DIFFERS")::equals);
        assertEquals(449_045, owedBack());
    }

    @Test
    void theInstitutionIsNotBelievedAboutACard() {
        bank.bind(holder.id(), "13800138041", "6222020000000007");
        bank.pay(holder.id(), loan, new JsonObject()).then().statusCode(201);
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");

        tell(new JsonObject().put("state", "FAILED").put("funds", "OWN"), true).statusCode(204);

        assertEquals(List.of("UNKNOWN_REFERENCE"), breaks(reference()));
    }

    @Test
    void theRailIsNotBelievedAboutAWallet() {
        holder.link(loan, "wal-rail", false);
        holder.faults(new JsonObject().put("delayMillis", 5_000));
        String payment = holder.pay(loan, link(), "OWN").path("id");

        send("/callbacks/rail", told(new JsonObject().put("state", "SUCCEEDED")), outside.callbackSecret())
                .statusCode(204);

        assertEquals(
                "PENDING",
                holder.get("/api/v1/loans/" + loan + "/payments/" + payment).path("state"));
        assertEquals(List.of("UNKNOWN_REFERENCE"), breaks(reference()));
        holder.awaitPayment(loan, payment, "SUCCEEDED");
    }

    @Test
    void doesNotListenToStrangersOrToNonsense() {
        pay("wal-strangers");
        tell(new JsonObject().put("state", "SUCCEEDED").put("funds", "OWN"), false)
                .statusCode(401)
                .body("code", equalTo("CALLBACK_NOT_SIGNED"));
        tell(new JsonObject().put("state", "SUCCEEDED"), true).statusCode(400);
    }

    @Test
    void neitherInstitutionSpeaksForTheOther() {
        pay("wal-two-keys");
        var told = told(new JsonObject().put("state", "SUCCEEDED").put("funds", "OWN"));

        send("/callbacks/rail", told, outside.walletSecret())
                .statusCode(401)
                .body("code", equalTo("CALLBACK_NOT_SIGNED"));
        send("/callbacks/wallet", told, outside.callbackSecret())
                .statusCode(401)
                .body("code", equalTo("CALLBACK_NOT_SIGNED"));
    }

    private String pay(String wallet) {
        holder.link(loan, wallet, false);
        return holder.pay(loan, link(), "OWN").then().statusCode(201).extract().path("id");
    }

    private UUID link() {
        return holder.get(Holder.LINKS).jsonPath().getUUID("items[0].id");
    }

    private ValidatableResponse tell(JsonObject how, boolean signed) {
        return send("/callbacks/wallet", told(how), signed ? outside.walletSecret() : NOBODYS);
    }

    private JsonObject told(JsonObject how) {
        return new JsonObject()
                .put("transactionId", "t-" + reference())
                .put("reference", reference())
                .put("amount", 449_045)
                .mergeIn(how);
    }

    private ValidatableResponse send(String path, JsonObject told, String secret) {
        return given().contentType(ContentType.JSON)
                .header("X-Signature", sign(told, secret))
                .body(told.encode())
                .post(path)
                .then();
    }

    private static String sign(JsonObject told, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256="
                    + HexFormat.of().formatHex(mac.doFinal(told.encode().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String reference() {
        return (String) select("select reference from rail_order where loan_id = $1 and purpose = 'INSTALMENT'", loan)
                .getFirst()[0];
    }

    private List<Object> breaks(String reference) {
        return select("select kind from rail_break where reference = $1", reference).stream()
                .map(row -> row[0])
                .toList();
    }

    private long creditUsed(String wallet) {
        return given().get(outside.url() + "/wallet/accounts/" + wallet)
                .jsonPath()
                .getLong("creditUsed");
    }

    /** Fen in suspense for the order. */
    private long owedBack() {
        return (Long) select("""
                select coalesce(-sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'SUSPENSE' and t.idempotency_key in ($1, 'return:' || $1)
                """, reference()).getFirst()[0];
    }

    private long postings() {
        return (Long)
                select("select count(*) from transfer where idempotency_key in ($1, 'return:' || $1)", reference())
                        .getFirst()[0];
    }

    private long transfers() {
        return (Long)
                select("select count(*) from transfer where loan_id = $1", loan).getFirst()[0];
    }

    private List<Object[]> select(String sql, Object value) {
        return transactions.run(tx -> tx.select(sql, value)).await().indefinitely();
    }
}
