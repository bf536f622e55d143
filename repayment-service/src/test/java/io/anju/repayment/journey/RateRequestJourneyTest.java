package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.Changes;
import io.anju.repayment.change.RateRequesting;
import io.anju.repayment.change.model.RateRequest;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rate that is asked to be set another way: by the rule, or by two officers where the rule cannot decide. */
@QuarkusTest
@TestProfile(AmendedLoanJourneyTest.Alone.class)
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RateRequestJourneyTest {

    private static final String STAFF = "/api/v1/staff/rate-requests";
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID APPROVER = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    RateRequesting requesting;

    @Inject
    Changes changes;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    /** Nothing of the loan is paid yet, so that the rule grants nothing. */
    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-11-20", "0.0350");
        bank.publishAverage("2026-10-25", "0.0306");
        loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
    }

    @Test
    void whatTheRuleCannotDecideIsGrantedByTwoOfficersAndDoneByAnAmendmentLikeAnyOther() {
        String request = ask();
        own(request).body("state", equalTo("IN_REVIEW")).body("unmet", contains("PAID_LONG_ENOUGH"));

        recommend(OFFICER, request, "APPROVE").statusCode(200).body("state", equalTo("RECOMMENDED"));
        decide(APPROVER, request, "APPROVE")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("recommendation.by", equalTo(OFFICER.toString()))
                .body("decision.by", equalTo(APPROVER.toString()));

        var told = neighbours.awaitEvent("anju.loan.rate-request-decided.v1", loan.toString());
        assertTrue(told.path("approved").asBoolean());
        assertEquals("PAID_LONG_ENOUGH", told.path("granted").path(0).asText());
        assertEquals("2026-11-29", told.path("takeBy").asText());
        JsonPath granted =
                own(request).body("state", equalTo("APPROVED")).extract().jsonPath();
        // 3.06 % − 3.50 % + 0.30 %.
        assertEquals("-0.0014", granted.getString("offer.spread"));
        assertEquals("0.0350", granted.getString("offer.annualRateNow"));
        assertEquals("0.0336", granted.getString("offer.annualRate"));
        String change = take(granted.getString("quote"));
        assertEquals("0.0350", rate());
        sealed(change);
        assertEquals("0.0336", rate());
    }

    @Test
    void whatTheRuleGrantsIsOfferedAtOnce() {
        bank.bind(borrower);
        bank.today("2026-12-22");
        bank.publishLpr("2026-12-21", "0.0350");
        bank.run("2026-12-22");
        bank.awaitInstalment(borrower, loan, 1, "PAID");

        own(ask())
                .body("state", equalTo("OFFERED"))
                .body("unmet", hasSize(0))
                .body("offer.annualRate", equalTo("0.0336"))
                .body("quote", not(nullValue()));
    }

    @Test
    void aDeclinedOneSaysWhyAndIsOver() {
        String request = ask();
        recommend(OFFICER, request, "DECLINE").statusCode(200);

        decide(APPROVER, request, "DECLINE").statusCode(200).body("state", equalTo("DECLINED"));

        own(request)
                .body("state", equalTo("DECLINED"))
                .body("decision", equalTo("looked at, case 7"))
                .body("quote", nullValue());
        assertFalse(neighbours
                .awaitEvent("anju.loan.rate-request-decided.v1", loan.toString())
                .path("approved")
                .asBoolean());
        decide(APPROVER, request, "APPROVE").statusCode(409).body("code", equalTo("RATE_REQUEST_DECIDED"));
        recommend(OFFICER, request, "APPROVE").statusCode(409).body("code", equalTo("RATE_REQUEST_DECIDED"));
        ask();
    }

    @Test
    void bothSidesSeeTheCycleThatIsAskedFor() {
        String request = post(new JsonObject().put("change", "CYCLE").put("cycleMonths", 6))
                .statusCode(201)
                .extract()
                .path("id");

        own(request).body("change", equalTo("CYCLE")).body("cycleMonths", equalTo(6));
        staff(OFFICER, "loan-officer")
                .get(STAFF + "/" + request)
                .then()
                .body("change", equalTo("CYCLE"))
                .body("cycleMonths", equalTo(6));
    }

    @Test
    void twoPeopleDecideInTheirOrderTheSecondWithAKey() {
        String request = ask();

        decide(APPROVER, request, "APPROVE").statusCode(409).body("code", equalTo("RATE_REQUEST_NOT_RECOMMENDED"));
        recommend(OFFICER, request, "APPROVE").statusCode(200);
        decide(OFFICER, request, "APPROVE").statusCode(403).body("code", equalTo("SAME_PERSON"));
        staff(APPROVER, "approver")
                .body(word("decision", "APPROVE", "reason").encode())
                .post(STAFF + "/" + request + "/decision")
                .then()
                .statusCode(401);
        staff(OFFICER, "loan-officer")
                .body(word("decision", "APPROVE", "reason").encode())
                .post(STAFF + "/" + request + "/decision")
                .then()
                .statusCode(403);

        staff(OFFICER, "loan-officer")
                .body(new JsonObject().put("note", "neither yes nor no").encode())
                .post(STAFF + "/" + request + "/recommendation")
                .then()
                .statusCode(400);

        own(request).body("state", equalTo("IN_REVIEW"));
    }

    @Test
    void decidedByTwoAtOnceItIsDecidedOnce() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);

        var first = CompletableFuture.supplyAsync(
                () -> decide(APPROVER, request, "APPROVE").extract().statusCode());
        var second = CompletableFuture.supplyAsync(
                () -> decide(UUID.randomUUID(), request, "APPROVE").extract().statusCode());

        assertEquals(609, first.join() + second.join());
    }

    @Test
    void oneAtATime() {
        String request = ask();

        post(new JsonObject().put("change", "SPREAD"))
                .statusCode(409)
                .body("code", equalTo("RATE_REQUEST_OPEN"))
                .body("request", equalTo(request));
    }

    @Test
    void whatOfficersMayNotGrantIsRefusedAsAQuoteIs() {
        post(new JsonObject().put("change", "TO_FLOATING").put("cycleMonths", 3))
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"));
        post(new JsonObject().put("change", "CYCLE")).statusCode(400);

        bank.get(borrower, path()).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whatHasChangedMeanwhileIsNotGrantedAndStaysOpen() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);
        bank.today("2026-12-23");
        bank.run("2026-12-23");

        decide(APPROVER, request, "APPROVE").statusCode(409).body("code", equalTo("CHANGE_NOT_ELIGIBLE"));

        own(request).body("state", equalTo("IN_REVIEW"));
    }

    @Test
    void somebodyElsesIsNotThere() {
        String request = ask();
        UUID stranger = UUID.randomUUID();

        bank.get(stranger, path() + "/" + request).then().statusCode(404);
        bank.get(stranger, path()).then().statusCode(404);
        bank.post(stranger, path(), wish(new JsonObject().put("change", "SPREAD")))
                .then()
                .statusCode(404);
    }

    @Test
    void staffSeeThemByStatePageByPageAndTheBorrowerIsToldWhoLooked() {
        String request = ask();

        List<String> waiting = new ArrayList<>();
        String page = STAFF + "?state=WAITING&limit=1";
        for (String next = ""; next != null; ) {
            JsonPath found = staff(OFFICER, "auditor")
                    .get(page + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertTrue(found.getList("items").size() <= 1);
            waiting.addAll(found.getList("items.id", String.class));
            next = found.getString("next") == null ? null : "&cursor=" + found.getString("next");
        }
        assertTrue(waiting.contains(request), waiting.toString());
        assertEquals(waiting.stream().sorted().toList(), waiting);
        staff(OFFICER, "auditor")
                .get(STAFF + "?state=DECLINED&limit=100")
                .then()
                .body("items.findAll { it.id == '" + request + "' }", hasSize(0));

        staff(OFFICER, "loan-officer")
                .get(STAFF + "/" + request)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(borrower.toString()))
                .body("reason", equalTo("the rate of new loans is lower"));
        var read = neighbours.awaitEvent("anju.customer.data-read.v1", borrower.toString());
        assertEquals(STAFF + "/" + request, read.path("resource").asText());
        staff(OFFICER, "loan-officer")
                .get(STAFF + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aBorrowerDoesWithoutARequestThatNobodyHasDecided() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);

        withdraw(borrower, request).statusCode(200).body("state", equalTo("WITHDRAWN"));

        String at = own(request)
                .body("state", equalTo("WITHDRAWN"))
                .body("quote", nullValue())
                .extract()
                .path("withdrawnAt");
        // Asked once more, under another key: it is as it was wanted.
        withdraw(borrower, request).statusCode(200).body("withdrawnAt", equalTo(at));
        staff(OFFICER, "loan-officer")
                .get(STAFF + "/" + request)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("recommendation.by", equalTo(OFFICER.toString()));
        recommend(OFFICER, request, "APPROVE").statusCode(409).body("code", equalTo("RATE_REQUEST_WITHDRAWN"));
        decide(APPROVER, request, "APPROVE").statusCode(409).body("code", equalTo("RATE_REQUEST_WITHDRAWN"));
        // And another one may be asked for.
        withdraw(borrower, ask()).statusCode(200);
    }

    @Test
    void nobodyElseWithdrawsIt() {
        String request = ask();

        withdraw(UUID.randomUUID(), request).statusCode(404);
        withdraw(borrower, UUID.randomUUID().toString()).statusCode(404);
        UUID another = bank.lend(UUID.randomUUID(), "2026-11-22", "2026-12-22", "0.0000");
        bank.post(borrower, "/api/v1/loans/" + another + "/rate-requests/" + request + "/withdrawal", new JsonObject())
                .then()
                .statusCode(404);

        own(request).body("state", equalTo("IN_REVIEW"));
    }

    @Test
    void whatWasAnsweredIsNotWithdrawn() {
        String declined = ask();
        recommend(OFFICER, declined, "DECLINE").statusCode(200);
        decide(APPROVER, declined, "DECLINE").statusCode(200);
        String granted = grant();

        withdraw(borrower, declined).statusCode(409).body("code", equalTo("RATE_REQUEST_DECIDED"));
        withdraw(borrower, granted).statusCode(409).body("code", equalTo("RATE_REQUEST_DECIDED"));

        own(declined).body("state", equalTo("DECLINED"));
        own(granted).body("state", equalTo("APPROVED"));
    }

    @Test
    void aDecisionThatAWithdrawalForestallsIsRefused() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);

        var both = AtOnce.of(
                transactions,
                tx -> requesting.withdraw(tx, borrower, loan, UUID.fromString(request)),
                () -> CompletableFuture.supplyAsync(() -> decide(APPROVER, request, "APPROVE")));

        assertInstanceOf(Result.Ok.class, both.first());
        both.second().statusCode(409).body("code", equalTo("RATE_REQUEST_WITHDRAWN"));
        own(request).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aWithdrawalThatADecisionForestallsIsRefused() {
        String request = ask();
        recommend(OFFICER, request, "DECLINE").statusCode(200);

        var both = AtOnce.of(
                transactions,
                tx -> requesting.decide(
                        tx, UUID.fromString(request), RateRequest.Verdict.DECLINE, "looked at, case 7", APPROVER),
                () -> CompletableFuture.supplyAsync(() -> withdraw(borrower, request)));

        assertInstanceOf(Result.Ok.class, both.first());
        both.second().statusCode(409).body("code", equalTo("RATE_REQUEST_DECIDED"));
        own(request).body("state", equalTo("DECLINED"));
    }

    @Test
    void aGrantedOfferThatHasLapsedIsMadeAnewOnTheSameGrant() {
        String request = grant();
        String lapsed = own(request)
                .body("grantedUntil", equalTo("2026-12-22"))
                .body("offer.validUntil", equalTo("2026-11-29"))
                .extract()
                .path("quote");
        bank.today("2026-12-01");
        wantToTake(lapsed)
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_EXPIRED"))
                .body("fresh.validUntil", equalTo("2026-12-08"));

        JsonPath anew = own(request)
                .body("state", equalTo("APPROVED"))
                .body("offer.validUntil", equalTo("2026-12-08"))
                .body("offer.annualRate", equalTo("0.0336"))
                .extract()
                .jsonPath();
        assertNotEquals(lapsed, anew.getString("quote"));
        // It lapses as well, and so on.
        bank.today("2026-12-10");
        String newest =
                wantToTake(anew.getString("quote")).statusCode(409).extract().path("fresh.id");
        assertEquals(newest, own(request).extract().path("quote"));
        assertFalse(isUsed(request));
        sealed(take(newest));
        assertEquals("0.0336", rate());
        // A grant is used once, by whichever of its offers.
        assertTrue(isUsed(request));
        wantToTake(lapsed).statusCode(409).body("fresh", nullValue());
    }

    @Test
    void aGrantEndsWithItsLastDay() {
        loan = bank.order(borrower, "2026-11-22", "2027-01-10", "0.0000", 1).getLast();
        bank.awaitPayout(borrower, loan);
        String request = grant();
        String lapsed = own(request).extract().path("quote");
        bank.publishLpr("2026-12-21", "0.0350");

        bank.today("2026-12-22");
        String anew = wantToTake(lapsed)
                .statusCode(409)
                .body("fresh.validUntil", equalTo("2026-12-29"))
                .extract()
                .path("fresh.id");
        bank.today("2026-12-30");
        wantToTake(anew)
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_EXPIRED"))
                .body("fresh", nullValue());

        own(request).body("state", equalTo("APPROVED")).body("quote", equalTo(anew));
    }

    private boolean isUsed(String request) {
        return transactions
                .run(tx -> changes.isGrantTaken(tx, loan, UUID.fromString(request)))
                .await()
                .indefinitely();
    }

    /** Asked for, recommended and decided; answers with the request's id. */
    private String grant() {
        String request = ask();
        recommend(OFFICER, request, "APPROVE").statusCode(200);
        decide(APPROVER, request, "APPROVE").statusCode(200);
        return request;
    }

    private ValidatableResponse withdraw(UUID who, String request) {
        return bank.post(who, path() + "/" + request + "/withdrawal", new JsonObject())
                .then();
    }

    /** Asks for a lower spread; answers with the request's id. */
    private String ask() {
        return post(new JsonObject().put("change", "SPREAD"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse post(JsonObject what) {
        return bank.post(borrower, path(), wish(what)).then();
    }

    private static JsonObject wish(JsonObject what) {
        return what.put("reason", "the rate of new loans is lower");
    }

    private ValidatableResponse own(String request) {
        return bank.get(borrower, path() + "/" + request).then().statusCode(200);
    }

    private ValidatableResponse recommend(UUID by, String request, String verdict) {
        return staff(by, "loan-officer")
                .body(word("recommendation", verdict, "note").encode())
                .post(STAFF + "/" + request + "/recommendation")
                .then();
    }

    private ValidatableResponse decide(UUID by, String request, String verdict) {
        String path = STAFF + "/" + request;
        String body = word("decision", verdict, "reason").encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "rate.approve", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    private static JsonObject word(String what, String verdict, String why) {
        return new JsonObject().put(what, verdict).put(why, "looked at, case 7");
    }

    private String take(String quote) {
        return wantToTake(quote)
                .statusCode(201)
                .body("state", equalTo("AWAITING_AMENDMENT"))
                .extract()
                .path("id");
    }

    private ValidatableResponse wantToTake(String quote) {
        String of = "/api/v1/loans/" + loan;
        return bank.postVerified(
                        borrower, "rate.change", of, of + "/rate-changes", new JsonObject().put("quote", quote))
                .then();
    }

    private void sealed(String change) {
        bank.tell(
                "contract-service",
                "anju.contract.amended.v1",
                change,
                new JsonObject()
                        .put("contractId", change)
                        .put("amends", UUID.randomUUID().toString())
                        .put("loanId", loan.toString())
                        .put("applicationId", UUID.randomUUID().toString())
                        .put("customerId", borrower.toString()));
    }

    private String rate() {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/rate").jsonPath().getString("annualRate");
    }

    private String path() {
        return "/api/v1/loans/" + loan + "/rate-requests";
    }

    private RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
