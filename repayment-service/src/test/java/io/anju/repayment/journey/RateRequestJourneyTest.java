package io.anju.repayment.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A rate that is asked to be set another way: by the rule, or by two officers where the rule cannot decide. */
@QuarkusTest
@TestProfile(AmendedLoanJourneyTest.Alone.class)
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RateRequestJourneyTest extends RateRequestTestBase {

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
}
