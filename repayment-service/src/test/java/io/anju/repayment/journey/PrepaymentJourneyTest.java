package io.anju.repayment.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.prepayment.PrepaymentsOfTheDay;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers for a later day, and offers that are not honoured any more. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PrepaymentJourneyTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    PrepaymentsOfTheDay ofTheDay;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.bind(borrower);
    }

    @Test
    void anOfferForALaterDayIsDebitedOnThatDayAndToTheFen() {
        JsonPath quote = offer("2026-12-10", 20_000_000);
        // 1,000,000.00 for 18 days at 3.5 % of 360.
        assertEquals(175_000, quote.getLong("interest"));
        String id = take(quote).then().statusCode(201).extract().jsonPath().getString("id");

        assertEquals("SCHEDULED", state(id));
        assertEquals(100_000_000, outstanding());
        bank.get(borrower, "/api/v1/me/automatic-debits")
                .then()
                .body("items.find { it.kind == 'PREPAYMENT' }.amount", equalTo(20_175_000))
                .body("items.find { it.kind == 'PREPAYMENT' }.nextDate", equalTo("2026-12-10"));

        bank.today("2026-12-09");
        ofTheDay.begin().await().indefinitely();
        assertEquals("SCHEDULED", state(id));

        bank.today("2026-12-10");
        beginTwiceAtOnce();
        awaitState(id, "DONE");
        assertEquals(80_000_000, outstanding());
        JsonPath statement = bank.get(borrower, path() + "/statement").jsonPath();
        assertEquals(20_175_000, statement.getLong("lines[-1].paid"));
        assertEquals(2, statement.getList("lines").size());
        assertEquals(
                "DONE", bank.get(borrower, path() + "/prepayments").jsonPath().getString("items[0].state"));
    }

    @Test
    void anOfferIsTakenForItsOwnAmountOnly() {
        String quote = offer("2026-12-10", 20_000_000).getString("id");

        take(new JsonObject().put("quote", quote).put("amount", 20_000_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("PREPAYMENT_AMOUNT_DIFFERS"))
                .body("total", equalTo(20_175_000));
        String id = take(new JsonObject().put("quote", quote).put("amount", 20_175_000))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cancel(id).then().statusCode(200);
    }

    @Test
    void anOfferForALaterDayIsCancelledBeforeIt() {
        JsonPath quote = offer("2026-12-10", 20_000_000);
        String id = take(quote).jsonPath().getString("id");

        cancel(id).then().statusCode(200).body("state", equalTo("CANCELLED"));
        cancel(id).then().statusCode(200);
        bank.today("2026-12-10");
        ofTheDay.begin().await().indefinitely();

        assertEquals("CANCELLED", state(id));
        assertEquals(100_000_000, outstanding());
        String again = take(quote).then().statusCode(201).extract().jsonPath().getString("id");
        awaitState(again, "DONE");
        cancel(again).then().statusCode(409).body("code", equalTo("PREPAYMENT_NOT_CANCELLABLE"));
    }

    @Test
    void anInstalmentIsNotPaidAheadUnderAnOfferThatWaitsForItsDay() {
        String id = take(offer("2026-12-10", 20_000_000)).jsonPath().getString("id");

        pay(1).then()
                .statusCode(409)
                .body("code", equalTo("PREPAYMENT_SCHEDULED"))
                .body("prepayment", equalTo(id))
                .body("date", equalTo("2026-12-10"))
                .body("cancel", equalTo(path() + "/prepayments/" + id + "/cancellation"));

        cancel(id).then().statusCode(200);
        payInstalmentAhead();
        assertEquals(99_842_622, outstanding());
    }

    @Test
    void nothingIsDebitedForAnOfferThatAnotherHasOvertakenBeforeItsDay() {
        String first = take(offer("2026-12-05", 10_000_000)).jsonPath().getString("id");
        String id = take(offer("2026-12-10", 20_000_000)).jsonPath().getString("id");
        bank.today("2026-12-05");
        ofTheDay.begin().await().indefinitely();
        awaitState(first, "DONE");

        bank.today("2026-12-10");
        ofTheDay.begin().await().indefinitely();

        JsonPath failed = bank.get(borrower, path() + "/prepayments/" + id).jsonPath();
        assertEquals("FAILED", failed.getString("state"));
        assertEquals("QUOTE_OVERTAKEN", failed.getString("reason"));
        assertEquals(90_000_000, outstanding());
        var told = neighbours.awaitEvent("anju.loan.prepayment-failed.v1", loan.toString());
        assertEquals(20_175_000, told.path("amount").asLong());
    }

    @Test
    void anOvertakenOfferIsRefusedWithWhatHappenedAndAFreshOneThatCanBeTaken() {
        JsonPath quote = offer("2026-12-10", 20_000_000);
        payInstalmentAhead();

        JsonPath refusal = take(quote)
                .then()
                .statusCode(409)
                .body("code", equalTo("QUOTE_OVERTAKEN"))
                .body("happened", hasItem("BILLED"))
                .body("fresh.date", equalTo("2026-12-10"))
                .body("fresh.principal", equalTo(20_000_000))
                .extract()
                .jsonPath();

        // Twelve days that were paid ahead come back: 200,000.00 at 3.5 % of 360.
        assertEquals(-23_333, refusal.getLong("fresh.quotes[0].interest"));
        bank.today("2026-12-10");
        String taken = takeId(refusal.getString("fresh.quotes[0].id"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        awaitState(taken, "DONE");
        assertEquals(79_842_622, outstanding());
    }

    @Test
    void anExpiredOfferIsRefusedWithAFreshOneForToday() {
        JsonPath quote = offer("2026-11-25", 20_000_000);
        bank.today("2026-11-26");

        take(quote)
                .then()
                .statusCode(409)
                .body("code", equalTo("QUOTE_EXPIRED"))
                .body("validUntil", equalTo("2026-11-25"))
                .body("fresh.date", equalTo("2026-11-26"))
                .body("fresh.quotes.size()", equalTo(2));
    }

    private JsonPath offer(String date, long amount) {
        JsonPath offer = bank.post(
                        borrower,
                        path() + "/prepayment-quotes",
                        new JsonObject().put("date", date).put("amount", amount))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return offer.setRootPath("quotes.find { it.option == 'SMALLER_INSTALMENT' }");
    }

    private Response take(JsonPath quote) {
        return takeId(quote.getString("id"));
    }

    private Response takeId(String quote) {
        return take(new JsonObject().put("quote", quote));
    }

    private Response take(JsonObject body) {
        return bank.postVerified(borrower, "repayment.prepay", path(), path() + "/prepayments", body);
    }

    private Response cancel(String id) {
        return bank.post(borrower, path() + "/prepayments/" + id + "/cancellation", new JsonObject());
    }

    private Response pay(int instalment) {
        return bank.pay(borrower, loan, new JsonObject().put("instalment", instalment));
    }

    private void payInstalmentAhead() {
        pay(1).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 1, "PAID");
    }

    private void beginTwiceAtOnce() {
        Uni.join().all(ofTheDay.begin(), ofTheDay.begin()).andFailFast().await().indefinitely();
    }

    private void awaitState(String id, String state) {
        Awaitility.await("the prepayment").until(() -> state(id), state::equals);
    }

    private String state(String id) {
        return bank.get(borrower, path() + "/prepayments/" + id).jsonPath().getString("state");
    }

    private long outstanding() {
        return bank.get(borrower, path()).jsonPath().getLong("outstandingPrincipal");
    }

    private String path() {
        return "/api/v1/loans/" + loan;
    }
}
