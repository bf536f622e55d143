package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A card that holds less than the instalment of 4,490.45, of which 2,916.67 is interest. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PartCollectionTest {

    private static final long INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    Bills bills;

    @Inject
    BillShares shares;

    @Inject
    Cards cards;

    private final UUID borrower = UUID.randomUUID();
    private UUID loan = new UUID(0, 0);

    @Test
    void takesWhatIsThereAndTheRestOnTheNextDay() {
        dueOn("2026-12-11", "6222023700000012", 150_000);

        JsonPath after = awaitOwed(INSTALMENT - 150_000);

        assertEquals("DUE", after.getString("items[0].state"));
        var told = neighbours.awaitEvent("anju.instalment.part-paid.v1", loan.toString());
        assertEquals(150_000, told.path("amount").asLong());
        assertEquals(299_045, told.path("left").asLong());
        assertEquals("2026-12-11", told.path("date").asText());
        JsonPath line = statement();
        assertEquals(150_000, line.getLong("lines[1].paid"));
        assertEquals(150_000, line.getLong("lines[1].interest"));
        assertEquals(0, line.getLong("lines[1].principal"));
        bank().run("2026-12-11");
        assertEquals(1, count("rail_order where kind = 'DEBIT' and loan_id = $1"), "the rest has its turn tomorrow");

        setBalance(10_000_000);
        runOn("2026-12-12");

        bank().awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(141_667, statement().getLong("lines[2].interest"));
        assertEquals(157_378, statement().getLong("lines[2].principal"));
        assertEquals(
                INSTALMENT,
                neighbours
                        .awaitEvent("anju.instalment.paid.v1", loan.toString())
                        .path("amount")
                        .asLong());
        assertReplays();
    }

    @Test
    void changesNothingHoweverOftenAndInWhateverOrderItIsTold() throws Exception {
        lend("2026-12-13", "6222023700000020", 150_000);
        given().contentType(ContentType.JSON)
                .body("{\"duplicateCallbacks\":3,\"outOfOrder\":true,\"timeoutAfterSuccess\":true}")
                .put(outside.url() + "/rail/accounts/" + token() + "/faults")
                .then()
                .statusCode(200);
        runOn("2026-12-13");
        awaitOwed(299_045);
        String reference = (String) select("select reference from rail_order where kind = 'DEBIT' and loan_id = $1");

        RailWord.tell(outside, reference, "SUCCEEDED", 150_000);
        assertEquals(0, breaks(reference));
        RailWord.tell(outside, reference, "SUCCEEDED", INSTALMENT);
        RailWord.tell(outside, reference, "SUCCEEDED", 150_001);
        RailWord.tell(outside, reference, "FAILED", INSTALMENT);

        assertEquals(2, breaks(reference), "another amount, another outcome");
        awaitOwed(299_045);
        assertEquals(1, count("transfer where kind = 'INSTALMENT' and loan_id = $1"));
        assertEquals(150_000L, select("select moved from rail_order where kind = 'DEBIT' and loan_id = $1"));
        assertReplays();
    }

    @Test
    void isTakenWholeOrNotAtAllWhereTheConditionsSaySo() {
        LocalDate due = LocalDate.parse("2026-12-14");
        bank().today(due.minusMonths(1).toString());
        loan = bank().order(
                        borrower,
                        due.minusMonths(1).toString(),
                        due.toString(),
                        List.of(Bank.tranche(100_000_000, 360, "EQUAL_INSTALMENT", "0.0000")
                                .put("conditions", wholeOnly())))
                .getFirst();
        bank().awaitPayout(borrower, loan);
        bank().bind(borrower, "13923700038", "6222023700000038");
        setBalance(150_000);

        runOn("2026-12-14");

        awaitNothingUnderWay();
        awaitOwed(INSTALMENT);
        assertEquals(150_000, balance());
    }

    @Test
    void isTakenWholeOrNotAtAllWhenThePaymentIsByHand() {
        lend("2026-12-15", "6222023700000046", 150_000);
        String payment = bank().post(borrower, "/api/v1/loans/" + loan + "/payments", new JsonObject())
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        JsonPath failed = Awaitility.await("the payment")
                .until(
                        () -> bank().get(borrower, payment).jsonPath(),
                        found -> "FAILED".equals(found.getString("state")));

        assertEquals("INSUFFICIENT_FUNDS", failed.getString("reason"));
        assertEquals(150_000, balance());
    }

    @Test
    void paysForLatenessFirstOnceGraceIsOver() {
        dueOn("2026-12-16", "6222023700000053", 0);
        awaitNothingUnderWay();
        setBalance(100_000);

        runOn("2026-12-20");

        // 1,573.78 and 2,916.67 four days late at 5.25 %: 0.92 and 1.70.
        JsonPath after = awaitOwed(INSTALMENT + 92 + 170 - 100_000);
        assertEquals("OVERDUE", after.getString("items[0].state"));
        assertEquals(262, statement().getLong("lines[1].penalty"));
        assertEquals(100_000 - 262, statement().getLong("lines[1].interest"));
        assertEquals(
                349_307,
                neighbours
                        .awaitEvent("anju.instalment.part-paid.v1", loan.toString())
                        .path("left")
                        .asLong());
        neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        assertReplays();
    }

    @Test
    void usesAPartForTheOldestAndLetsTheOthersWaitForTheNextDay() {
        lend("2026-12-18", "6222023700000061", 100_000);
        bank().publishLpr("2026-12-21", "0.0350");

        runOn("2027-01-19");

        awaitOwed(INSTALMENT - 100_000);
        awaitNothingUnderWay();
        bank().awaitInstalment(borrower, loan, 2, "DUE");
        assertEquals(1, count("rail_order where kind = 'DEBIT' and loan_id = $1"));
        assertReplays();

        setBalance(10_000_000);
        runOn("2027-01-20");

        bank().awaitInstalment(borrower, loan, 1, "PAID");
        bank().awaitInstalment(borrower, loan, 2, "PAID");
        assertReplays();
    }

    private static JsonObject wholeOnly() {
        return new JsonObject()
                .put(
                        "conventions",
                        new JsonObject()
                                .put("frequency", "MONTHLY")
                                .put("firstPeriod", "ACTUAL_DAYS")
                                .put("splitPeriod", "ACTUAL_DAYS")
                                .put("dayCount", "ACT_360"))
                .put(
                        "late",
                        new JsonObject()
                                .put("multiplier", "1.5")
                                .put("graceDays", 3)
                                .put("dayCount", "ACT_360")
                                .put("compound", true)
                                .put("holidays", "GRACE_MOVES"))
                .put(
                        "prepayment",
                        new JsonObject()
                                .put("minimum", 100_000)
                                .put("compensationMonths", 0)
                                .put("compensationShare", "0"))
                .put("partCollection", false);
    }

    private Bank bank() {
        return new Bank(neighbours, outside);
    }

    private void lend(String firstDue, String card, long balance) {
        String start = LocalDate.parse(firstDue).minusMonths(1).toString();
        bank().today(start);
        loan = bank().lend(borrower, start, firstDue, "0.0000");
        bank().bind(borrower, "139" + card.substring(card.length() - 8), card);
        setBalance(balance);
    }

    private void dueOn(String firstDue, String card, long balance) {
        lend(firstDue, card, balance);
        runOn(firstDue);
    }

    private void runOn(String date) {
        bank().today(date);
        bank().run(date);
    }

    private JsonPath awaitOwed(long fen) {
        return Awaitility.await(fen + " owed")
                .until(
                        () -> bank().get(borrower, "/api/v1/loans/" + loan + "/instalments")
                                .jsonPath(),
                        rows -> rows.getLong("items[0].owed") == fen);
    }

    private void awaitNothingUnderWay() {
        Awaitility.await("the rail")
                .until(() -> count("rail_order where loan_id = $1 and state in ('PLACED', 'SENT')") == 0);
    }

    private JsonPath statement() {
        return bank().get(borrower, "/api/v1/loans/" + loan + "/statement").jsonPath();
    }

    private String token() {
        return run(tx -> cards.listBound(tx, borrower)).getFirst().token();
    }

    private void setBalance(long fen) {
        bank().setBalance(token(), fen);
    }

    private long balance() {
        return given().get(outside.url() + "/rail/accounts/" + token())
                .jsonPath()
                .getLong("balance");
    }

    private long breaks(String reference) {
        return (Long) run(tx -> tx.select("select count(*) from rail_break where reference = $1", reference))
                .getFirst()[0];
    }

    private long count(String what) {
        return (Long) select("select count(*) from " + what);
    }

    private Object select(String sql) {
        return run(tx -> tx.select(sql, loan)).getFirst()[0];
    }

    /** The loan is what its events come to, its bills are what their shares come to, and the books balance. */
    private void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
        List<Bill> kept = run(tx -> bills.listOfLoan(tx, loan));
        var replay = new BillReplay(kept.stream().map(Bill::facts).toList());
        run(tx -> shares.listInForce(tx, loan, 100)).forEach(share -> assertTrue(replay.take(share), share.toString()));
        kept.forEach(bill -> assertTrue(replay.agreesWith(bill), bill.toString()));
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }

    private <T> T run(Function<Tx, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }
}
