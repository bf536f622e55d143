package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The daily file of the wallet's institution: payments, returns, links, limits; each way in which it can be wrong. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletFileTest {

    private static final long INSTALMENT = 449_045;
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    CorrectionWatch watch;

    private LocalDate date = LocalDate.EPOCH;
    private Holder holder;
    private UUID loan = new UUID(0, 0);
    private UUID link = new UUID(0, 0);

    @Test
    void findsNothingWhereBothSidesTellTheSame() {
        paidOn("2041-01-01", "wal-plain");

        JsonPath found = reconcile();

        assertEquals(3, found.getInt("lines"));
        assertEquals(0, found.getInt("breaks"));
        assertEquals(INSTALMENT, found.getLong("sides.rail.total"));
        assertEquals(INSTALMENT, found.getLong("sides.ledger.total"));
        assertEquals(INSTALMENT, found.getLong("sides.instalments"));
    }

    @Test
    void creditThatWasTakenAndGivenBackAgrees() {
        linkOn("2041-02-01", "wal-oncredit");
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "FAILED");
        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());

        JsonPath found = reconcile();

        assertEquals(4, found.getInt("lines"));
        assertEquals(List.of(), breaks());
        assertEquals(0, found.getLong("sides.rail.total"));
        assertEquals(INSTALMENT, found.getLong("sides.rail.in"));
    }

    @Test
    void aMissingPaymentIsMissingWithTheInstitutionAndOwnedBesideTheRailsBreaks() {
        paidOn("2041-03-01", "wal-missing");
        spoil(reference(), new JsonObject().put("fileMissing", true));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "MISSING_AT_RAIL", reference(), -INSTALMENT, 0);
        staff(OFFICER)
                .get("/api/v1/staff/breaks?source=WALLET&resolved=false&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(found.getString("id")));
        staff(OFFICER)
                .get("/api/v1/staff/breaks?source=RAIL&limit=100")
                .then()
                .body("items.id", not(hasItem(found.getString("id"))));
        act(COLLEAGUE, found, "assignment", new JsonObject().put("owner", OFFICER.toString()));
        act(
                OFFICER,
                found,
                "resolution",
                new JsonObject().put("remedy", "EXPLAINED").put("reason", "case 7"));
        assertEquals("RESOLVED", theBreak().getString("state"));
    }

    @Test
    void aWrongAmountIsAnAmountThatDiffersAndWhatIsTooMuchGoesToSuspenseAndBack() {
        paidOn("2041-04-01", "wal-wrong");
        spoil(reference(), new JsonObject().put("fileAmount", INSTALMENT + 7));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "AMOUNT_DIFFERS", reference(), 7, 7);
        assertEquals(7, onClearing(found.getString("id")));
        act(COLLEAGUE, found, "assignment", new JsonObject().put("owner", OFFICER.toString()));
        act(
                OFFICER,
                found,
                "resolution",
                new JsonObject().put("remedy", "WITHDRAWN").put("reason", "case 7"));
        act(COLLEAGUE, found, "approval", new JsonObject().put("remedy", "WITHDRAWN"));
        assertEquals(0, onClearing(found.getString("id")));
        assertTrue(sides().getBoolean("explained"));
    }

    @Test
    void aPaymentThatNobodyOrderedIsAnUnknownReference() {
        paidOn("2041-05-01", "wal-extra");
        addLine(
                new JsonObject()
                        .put("reference", "stranger")
                        .put("kind", "PAYMENT")
                        .put("funds", "OWN"),
                99);

        reconcile();

        assertFound(theBreak(), "UNKNOWN_REFERENCE", "stranger", 99, 99);
    }

    @Test
    void aNoticeThatTheFileDoesNotListIsMissingThere() {
        paidOn("2041-06-01", "wal-unheard");
        spoil(notice(), new JsonObject().put("fileMissing", true));

        reconcile();

        assertFound(theBreak(), "MISSING_AT_RAIL", notice(), 0, 0);
    }

    @Test
    void aLimitThatTheInstitutionTellsOtherwiseIsAnAmountThatDiffers() {
        paidOn("2041-07-01", "wal-limit");
        spoil(notice(), new JsonObject().put("fileAmount", 1));

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "AMOUNT_DIFFERS", notice(), 0, 0);
        assertEquals("LIMIT 1", found.getString("theirs"));
    }

    @Test
    void aClosingThatNobodyToldIsAnUnknownReference() {
        paidOn("2041-08-01", "wal-untold");
        addLine(new JsonObject().put("reference", "never-told").put("kind", "CLOSED"), 0);

        reconcile();

        assertFound(theBreak(), "UNKNOWN_REFERENCE", "never-told", 0, 0);
    }

    @Test
    void creditInTheFileWhereTheInstitutionToldOfOwnFundsIsAStatusThatDiffers() {
        paidOn("2041-09-01", "wal-liar");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        addLine(
                new JsonObject()
                        .put("reference", reference())
                        .put("kind", "PAYMENT")
                        .put("funds", "CREDIT"),
                INSTALMENT);

        reconcile();

        JsonPath found = theBreak();
        assertFound(found, "STATUS_DIFFERS", reference(), 0, 0);
        assertTrue(found.getString("ours").startsWith("OTHER_FUNDS"), found.prettify());
    }

    @Test
    void aCorrectedFileClosesWhatItExplains() {
        paidOn("2041-10-01", "wal-mended");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        reconcile();
        String id = theBreak().getString("id");

        spoil(reference(), new JsonObject());
        staff(OFFICER)
                .post("/api/v1/staff/reconciliations/" + date + "/rereadings?source=WALLET")
                .then()
                .statusCode(200);
        worker.drain().await().indefinitely();

        staff(OFFICER).get("/api/v1/staff/breaks/" + id).then().body("remedy", equalTo("CORRECTED"));
        assertTrue(sides().getBoolean("explained"));
        assertEquals(2, sides().getInt("version"));
    }

    @Test
    void aCorrectedFileIsNoticedByItself() {
        paidOn("2041-11-01", "wal-noticed");
        spoil(reference(), new JsonObject().put("fileMissing", true));
        reconcile();
        String id = theBreak().getString("id");
        spoil(reference(), new JsonObject());

        watch.look(Instant.now().plus(Duration.ofMinutes(61))).await().indefinitely();
        worker.drain().await().indefinitely();

        staff(OFFICER).get("/api/v1/staff/breaks/" + id).then().body("remedy", equalTo("CORRECTED"));
        assertEquals(2, sides().getInt("version"));
    }

    private void linkOn(String day, String wallet) {
        date = LocalDate.parse(day);
        var bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today(day);
        holder.faults(new JsonObject());
        loan = bank.lend(holder.id(), day, date.plusMonths(1).toString(), "0.0000");
        link = holder.link(loan, wallet, false);
        neighbours.awaitEvent("anju.wallet.notice-delivered.v1", link.toString());
    }

    private void paidOn(String day, String wallet) {
        linkOn(day, wallet);
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "SUCCEEDED");
    }

    private JsonPath reconcile() {
        new Bank(neighbours, outside).today(date.plusDays(1).toString());
        Awaitility.await().until(() -> begin() == 201);
        worker.drain().await().indefinitely();
        JsonPath found = sides();
        assertEquals("DONE", found.getString("state"), found.prettify());
        assertTrue(found.getBoolean("explained"), found.prettify());
        return found;
    }

    private int begin() {
        return staff(OFFICER)
                .body(new JsonObject()
                        .put("date", date.toString())
                        .put("source", "WALLET")
                        .encode())
                .post("/api/v1/staff/reconciliations")
                .statusCode();
    }

    private JsonPath sides() {
        return staff(OFFICER)
                .get("/api/v1/staff/reconciliations/" + date + "?source=WALLET")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> breaks() {
        return staff(OFFICER)
                .get("/api/v1/staff/reconciliations/" + date + "/breaks?source=WALLET")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private JsonPath theBreak() {
        List<String> ids = breaks();
        assertEquals(1, ids.size(), ids.toString());
        return staff(OFFICER).get("/api/v1/staff/breaks/" + ids.getFirst()).jsonPath();
    }

    private static void assertFound(JsonPath found, String kind, String reference, long difference, long suspense) {
        assertEquals(kind, found.getString("kind"), found.prettify());
        assertEquals("WALLET", found.getString("source"));
        assertEquals(reference, found.getString("reference"));
        assertEquals(difference, found.getLong("difference"));
        assertEquals(suspense, found.getLong("suspense"));
        assertEquals("OPEN", found.getString("state"));
        assertEquals("loan-officer", found.getString("owner"));
    }

    private void act(UUID by, JsonPath found, String what, JsonObject body) {
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
    private long onClearing(String breakId) {
        return (Long) one("""
                select coalesce(sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'WALLET_CLEARING' and t.reference = $1
                """, "BREAK " + breakId);
    }

    private String reference() {
        return (String) one("select reference from rail_order where loan_id = $1 and kind = 'WALLET_DEBIT'", loan);
    }

    private String notice() {
        return (String) one("select id::text from wallet_notice where link_id = $1 and kind = 'LIMIT'", link);
    }

    private Object one(String sql, Object value) {
        return transactions
                .run(tx -> tx.select(sql, value))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private void spoil(String reference, JsonObject how) {
        given().contentType(ContentType.JSON)
                .body(how.encode())
                .put(outside.url() + "/wallet/orders/" + reference + "/faults")
                .then()
                .statusCode(200);
    }

    private void addLine(JsonObject line, long amount) {
        given().contentType(ContentType.JSON)
                .body(line.put("account", "wal-stranger").put("amount", amount).encode())
                .post(outside.url() + "/wallet/files/" + date + ".csv/lines")
                .then()
                .statusCode(201);
    }

    private RequestSpecification staff(UUID who) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
