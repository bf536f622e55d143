package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.RailWord;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A business date of a test: a borrower who pays an instalment on it, a rail that may be wrong about it, and staff. */
final class RailDay extends RailStaff {

    /** First instalment of the loan of 1,000,000.00 at 3.5 % over 360 months, fen. */
    static final long INSTALMENT = 449_045;

    private static final long LENT = 100_000_000;

    private final Outside outside;
    private final Transactions transactions;
    private final ReconciliationWorker worker;
    private final Bank bank;
    private LocalDate date;
    private final UUID borrower = UUID.randomUUID();
    private UUID loan = new UUID(0, 0);

    RailDay(
            Neighbours neighbours,
            Outside outside,
            Transactions transactions,
            ReconciliationWorker worker,
            String date) {
        super(neighbours);
        this.outside = outside;
        this.transactions = transactions;
        this.worker = worker;
        this.bank = new Bank(neighbours, outside);
        this.date = LocalDate.parse(date);
        nobodyElsePays();
        bank.today(date);
    }

    /**
     * Loans of days before fall due on this one; without a card to pay from, no debit of theirs gets into its file. A due run
     * that is at work holds its chunk: it is waited for, and what it has ordered is not sent.
     */
    private void nobodyElsePays() {
        transactions
                .run(tx -> tx.select("select 1 from due_run_chunk for update")
                        .flatMap(nobodyWorks -> tx.update(
                                "update card set preferred = false, fallback = false where preferred or fallback"))
                        .flatMap(cardless ->
                                tx.update("update rail_order set attend_at = 'infinity' where state = 'PLACED'")))
                .await()
                .indefinitely();
    }

    /** Lends and orders the payment of the first instalment; the card's number ends in {@code card}. */
    void payInstalment(String card) {
        borrow(card);
        order();
    }

    void borrow(String card) {
        loan = bank.lend(borrower, date.toString(), date.plusMonths(1).toString(), "0.0000");
        bank.bind(borrower, "139" + card.substring(card.length() - 8), card);
    }

    /** Its loan's first due date: from now on that is the day. */
    void onDueDate() {
        date = date.plusMonths(1);
        bank.today(date.toString());
        bank.run(date.toString());
    }

    void order() {
        pay().statusCode(201);
    }

    /** Wants the first instalment to be paid by hand. */
    ValidatableResponse pay() {
        return bank.pay(borrower, loan, new JsonObject().put("instalment", 1)).then();
    }

    /** Until the rail has moved the money, whether it tells or not. */
    void awaitInFile() {
        Awaitility.await("the line of " + reference())
                .until(
                        () -> given().get(outside.url() + "/rail/files/" + date + ".csv")
                                .asString(),
                        file -> file.contains(reference()));
    }

    void awaitPaid() {
        bank.awaitInstalment(borrower, loan, 1, "PAID");
    }

    String reference() {
        return (String) one("select reference from rail_order where loan_id = $1 and kind = 'DEBIT'", loan);
    }

    /** What was read of the day is what it moves when nothing is wrong, once: the loan out, the instalment in. */
    void assertUsualLines() {
        List<Object> usual =
                column("select kind || ' ' || reference from rail_order where loan_id = $1 order by kind", loan);
        assertEquals(2, usual.size());
        assertEquals(
                usual, column("select kind || ' ' || reference from rail_line where date = $1 order by kind", date));
    }

    String token() {
        return (String) one("select token from card where customer_id = $1", borrower);
    }

    Object orderState() {
        return one("select state from rail_order where reference = $1", reference());
    }

    void quirkOfOrder(String quirk) {
        put("/rail/orders/" + reference() + "/faults", quirk);
    }

    void quirkOfCard(String quirk) {
        put("/rail/accounts/" + token() + "/faults", quirk);
    }

    void addLine(String reference, long amount) {
        given().contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("reference", reference)
                        .put("account", "tok_stranger")
                        .put("amount", amount)
                        .encode())
                .post(outside.url() + "/rail/files/" + date + ".csv/lines")
                .then()
                .statusCode(201);
    }

    void replaceFile(String text) {
        given().contentType("text/csv")
                .body(text)
                .put(outside.url() + "/rail/files/" + date + ".csv")
                .then()
                .statusCode(204);
    }

    /** The rail calls back about the debit, in so many words. */
    void tell(String state) throws GeneralSecurityException {
        RailWord.tell(outside, reference(), state, INSTALMENT);
    }

    private void put(String path, String json) {
        given().contentType(ContentType.JSON)
                .body(json)
                .put(outside.url() + path)
                .then()
                .statusCode(200);
    }

    /** The next day; with it the date can be reconciled. */
    void end() {
        bank.today(date.plusDays(1).toString());
        Awaitility.await().until(() -> begin(date).extract().statusCode(), status -> status == 201);
    }

    /** Has the day's file read again. */
    ValidatableResponse reread() {
        return staff(OWNER)
                .post("/api/v1/staff/reconciliations/" + date + "/rereadings")
                .then();
    }

    /** Ends the day and reconciles it. */
    JsonPath reconcile() {
        end();
        worker.drain().await().indefinitely();
        return checked();
    }

    /** The day's reconciliation, its totals held against the file and the entries themselves. */
    JsonPath checked() {
        JsonPath found = get("/api/v1/staff/reconciliations/" + date);
        assertEquals("DONE", found.getString("state"), found.prettify());
        assertTrue(found.getBoolean("explained"), found.prettify());
        long rail = sumOfFile();
        long ledger = sumOfLedger();
        assertEquals(rail, found.getLong("sides.rail.total"));
        assertEquals(ledger, found.getLong("sides.ledger.total"));
        long breaks = breaks().stream()
                .filter(one -> Boolean.FALSE.equals(one.get("overtaken")))
                .mapToLong(one -> ((Number) one.get("difference")).longValue())
                .sum();
        assertEquals(rail - ledger, breaks + found.getLong("sides.carried"));
        assertTrue(get("/api/v1/staff/ledger/trial-balance").getBoolean("balanced"));
        return found;
    }

    private long sumOfFile() {
        return given().get(outside.url() + "/rail/files/" + date + ".csv")
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .filter(fields -> fields[3].equals("SUCCEEDED"))
                .mapToLong(fields -> Long.parseLong(fields[6]) * (fields[2].equals("DEBIT") ? 1 : -1))
                .sum();
    }

    private long sumOfLedger() {
        return (Long) one("""
                select coalesce(sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'RAIL_CLEARING' and t.business_date = $1 and t.kind not in ('SUSPENSE', 'RELEASE')
                """, date);
    }

    /** Fen in suspense because of a break. */
    long inSuspense(String breakId) {
        return (Long) one("""
                select coalesce(-sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'SUSPENSE' and t.reference = $1
                """, "BREAK " + breakId);
    }

    /** All of the day's, page by page. */
    List<Map<String, Object>> breaks() {
        String path = "/api/v1/staff/reconciliations/" + date + "/breaks?limit=100";
        JsonPath page = get(path);
        List<Map<String, Object>> all = new ArrayList<>(page.getList("items"));
        while (page.getString("next") != null) {
            page = get(path + "&cursor=" + page.getString("next"));
            all.addAll(page.getList("items"));
        }
        return all;
    }

    /** The day's only break. */
    JsonPath theBreak() {
        List<String> ids =
                get("/api/v1/staff/reconciliations/" + date + "/breaks").getList("items.id");
        assertEquals(1, ids.size(), () -> breaks().toString());
        return aBreak(ids.getFirst());
    }

    String csv() {
        return staff(OWNER)
                .accept("text/csv")
                .get("/api/v1/staff/reconciliations/" + date + "/breaks")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    long count(String sql, Object... args) {
        return (Long) one(sql, args);
    }

    private Object one(String sql, Object... args) {
        return column(sql, args).getFirst();
    }

    private List<Object> column(String sql, Object... args) {
        return transactions.run(tx -> tx.select(sql, args)).await().indefinitely().stream()
                .map(row -> row[0])
                .toList();
    }

    LocalDate date() {
        return date;
    }

    Bank bank() {
        return bank;
    }

    /** What the day moves when nothing is wrong: the loan out, the instalment in. */
    static long usualTotal() {
        return INSTALMENT - LENT;
    }
}
