package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A day on which a wallet's institution paid, and its file. */
abstract class WalletFileTestBase {

    static final long INSTALMENT = 449_045;
    static final UUID OFFICER = UUID.randomUUID();
    static final UUID COLLEAGUE = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    LocalDate date = LocalDate.EPOCH;
    Holder holder;
    UUID loan = new UUID(0, 0);
    UUID link = new UUID(0, 0);

    void linkOn(String day, String wallet) {
        date = LocalDate.parse(day);
        var bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today(day);
        holder.faults(new JsonObject());
        loan = bank.lend(holder.id(), day, date.plusMonths(1).toString(), "0.0000");
        link = holder.link(loan, wallet, false);
        neighbours.awaitEvent("anju.wallet.notice-delivered.v1", link.toString());
    }

    void paidOn(String day, String wallet) {
        linkOn(day, wallet);
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "SUCCEEDED");
    }

    JsonPath reconcile() {
        new Bank(neighbours, outside).today(date.plusDays(1).toString());
        Awaitility.await().until(() -> begin() == 201);
        worker.drain().await().indefinitely();
        JsonPath found = sides();
        assertEquals("DONE", found.getString("state"), found.prettify());
        assertTrue(found.getBoolean("explained"), found.prettify());
        return found;
    }

    int begin() {
        return staff(OFFICER)
                .body(new JsonObject()
                        .put("date", date.toString())
                        .put("source", "WALLET")
                        .encode())
                .post("/api/v1/staff/reconciliations")
                .statusCode();
    }

    JsonPath sides() {
        return staff(OFFICER)
                .get("/api/v1/staff/reconciliations/" + date + "?source=WALLET")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> breaks() {
        return staff(OFFICER)
                .get("/api/v1/staff/reconciliations/" + date + "/breaks?source=WALLET")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    JsonPath theBreak() {
        List<String> ids = breaks();
        assertEquals(1, ids.size(), ids.toString());
        return staff(OFFICER).get("/api/v1/staff/breaks/" + ids.getFirst()).jsonPath();
    }

    static void assertFound(JsonPath found, String kind, String reference, long difference, long suspense) {
        assertEquals(kind, found.getString("kind"), found.prettify());
        assertEquals("WALLET", found.getString("source"));
        assertEquals(reference, found.getString("reference"));
        assertEquals(difference, found.getLong("difference"));
        assertEquals(suspense, found.getLong("suspense"));
        assertEquals("OPEN", found.getString("state"));
        assertEquals("loan-officer", found.getString("owner"));
    }

    void act(UUID by, JsonPath found, String what, JsonObject body) {
        String path = "/api/v1/staff/breaks/" + found.getString("id");
        staff(by)
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(by, "repayment-service", "ledger.correct", path, body.encode()))
                .body(body.encode())
                .post(path + "/" + what)
                .then()
                .statusCode(200);
    }

    /** Fen on the wallets' clearing account because of a break. */
    long onClearing(String breakId) {
        return (Long) one("""
                select coalesce(sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'WALLET_CLEARING' and t.reference = $1
                """, "BREAK " + breakId);
    }

    String reference() {
        return (String) one("select reference from rail_order where loan_id = $1 and kind = 'WALLET_DEBIT'", loan);
    }

    String notice() {
        return (String) one("select id::text from wallet_notice where link_id = $1 and kind = 'LIMIT'", link);
    }

    Object one(String sql, Object value) {
        return transactions
                .run(tx -> tx.select(sql, value))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    void spoil(String reference, JsonObject how) {
        given().contentType(ContentType.JSON)
                .body(how.encode())
                .put(outside.url() + "/wallet/orders/" + reference + "/faults")
                .then()
                .statusCode(200);
    }

    void addLine(JsonObject line, long amount) {
        given().contentType(ContentType.JSON)
                .body(line.put("account", "wal-stranger").put("amount", amount).encode())
                .post(outside.url() + "/wallet/files/" + date + ".csv/lines")
                .then()
                .statusCode(201);
    }

    RequestSpecification staff(UUID who) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
