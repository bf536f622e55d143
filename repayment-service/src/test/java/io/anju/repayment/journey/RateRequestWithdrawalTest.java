package io.anju.repayment.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.RateRequesting;
import io.anju.repayment.change.model.RateRequest;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A borrower does without what was asked for, as long as nobody has decided. */
@QuarkusTest
@TestProfile(AmendedLoanJourneyTest.Alone.class)
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RateRequestWithdrawalTest extends RateRequestTestBase {

    @Inject
    Transactions transactions;

    @Inject
    RateRequesting requesting;

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

    private ValidatableResponse withdraw(UUID who, String request) {
        return bank.post(who, path() + "/" + request + "/withdrawal", new JsonObject())
                .then();
    }
}
