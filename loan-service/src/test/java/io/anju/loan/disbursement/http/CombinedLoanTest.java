package io.anju.loan.disbursement.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One application, two tranches: two loans at repayment-service, paid out and repaid each in its own time. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class CombinedLoanTest {

    private static final String TRANCHES = """
            "tranches":[{"principal":70000000,"months":360,"method":"EQUAL_INSTALMENT","kind":"COMMERCIAL"},
                        {"principal":30000000,"months":240,"method":"EQUAL_INSTALMENT","kind":"PROVIDENT_FUND"}],
            """;

    private final UUID commercial = UUID.randomUUID();
    private final UUID providentFund = UUID.randomUUID();
    private final UUID home = UUID.randomUUID();

    Neighbours neighbours;

    private Desk desk;
    private UUID customer;
    private String application;

    @BeforeEach
    void release() {
        desk = new Desk(neighbours);
        customer = desk.customer();
        String content = Desk.CONTENT.formatted(home).replaceFirst("\"tranches\":.*\\R", TRANCHES.strip());
        application = desk.approved(desk.inReview(customer, "COMBINED", content));
        desk.released(customer, application, UUID.randomUUID());
    }

    @Test
    void ordersBothTranches() {
        var ordered = neighbours.awaitEvent("anju.loan.disbursement-ordered.v1", application);

        assertEquals(70_000_000, ordered.at("/tranches/0/principal").asLong());
        assertEquals(30_000_000, ordered.at("/tranches/1/principal").asLong());
    }

    @Test
    void isActiveWhenAllIsPaidOutAndSettledWhenNothingIsOwedUnderTheContract() {
        disbursed(2, providentFund);
        read().body("state", equalTo("DISBURSING"));
        disbursed(1, commercial);
        read().body("state", equalTo("ACTIVE"))
                .body("loanId", equalTo(commercial.toString()))
                .body("loans.tranche", contains(1, 2))
                .body("loans.loanId", contains(commercial.toString(), providentFund.toString()));

        settled(providentFund, false);
        read().body("state", equalTo("ACTIVE"));
        settled(commercial, true);
        read().body("state", equalTo("SETTLED"))
                .body("loans.loanId", contains(commercial.toString(), providentFund.toString()));
    }

    @Test
    void mayBeRepaidInOnePartBeforeTheOtherIsPaidOut() {
        disbursed(1, commercial);
        settled(commercial, false);
        read().body("state", equalTo("DISBURSING"));

        disbursed(2, providentFund);
        read().body("state", equalTo("ACTIVE"));
    }

    @Test
    void hearsTheEndOfATrancheLateWithoutHarm() {
        disbursed(1, commercial);
        disbursed(2, providentFund);

        settled(commercial, true);
        settled(providentFund, false);

        read().body("state", equalTo("SETTLED"));
    }

    @Test
    void goesOnWhenAPartThatWasRepaidIsRepaidAgain() {
        disbursed(1, commercial);
        disbursed(2, providentFund);
        settled(commercial, false);

        desk.tellOfLoan("anju.loan.reopened.v1", customer, application, commercial, "");

        read().body("state", equalTo("ACTIVE"));
        settled(providentFund, false);
        settled(commercial, true);
        read().body("state", equalTo("SETTLED"));
    }

    @Test
    void runsWithOneTrancheWhenTheOtherIsNotPaidOutAfterAll() {
        failed(commercial);
        read().body("state", equalTo("DISBURSING"));
        givenUp(1, commercial, false);
        read().body("state", equalTo("DISBURSING"));

        disbursed(2, providentFund);

        read().body("state", equalTo("ACTIVE")).body("loans.tranche", contains(2));
        settled(providentFund, true);
        read().body("state", equalTo("SETTLED"));
        timeline().body("items.reason", hasItems("PAYOUT_FAILED", "PAYOUT_CANCELLED", "DISBURSED", "SETTLED"));
    }

    @Test
    void isOverWhenTheLastTrancheIsGivenUpAfterTheOtherWasRepaid() {
        disbursed(1, commercial);
        settled(commercial, false);

        givenUp(2, providentFund, true);

        read().body("state", equalTo("SETTLED"))
                .body("loanId", equalTo(commercial.toString()))
                .body("loans.tranche", contains(1));
    }

    @Test
    void neitherIsNorWasALoanWhenNothingIsPaidOutAndTheHomeMayBeAppliedForAgain() {
        givenUp(1, commercial, false);
        givenUp(2, providentFund, true);

        read().body("state", equalTo("PAYOUT_CANCELLED")).body("loans", empty()).body("possible", empty());
        timeline().body("items.findAll { it.to == 'PAYOUT_CANCELLED' }.reason", contains("PAYOUT_CANCELLED"));

        String again = desk.inReview(customer, Desk.CONTENT.formatted(home));
        desk.as(UUID.randomUUID(), "loan-officer")
                .get("/api/v1/staff/applications/" + again)
                .then()
                .body("assessment.findings.find { it.rule == 'OPEN_APPLICATIONS' }.met", equalTo(true));
    }

    /** Events of two loans come in any order: the end of the contract waits for the payout that is told later. */
    @Test
    void hearsTheEndOfTheContractBeforeThePayoutOfItsOtherTranche() {
        assertThrows(AssertionError.class, () -> givenUp(2, providentFund, true));
        disbursed(1, commercial);
        settled(commercial, false);

        givenUp(2, providentFund, true);

        read().body("state", equalTo("SETTLED"));
    }

    private void failed(UUID loan) {
        desk.tellOfLoan(
                "anju.loan.payout-failed.v1",
                customer,
                application,
                loan,
                ",\"tranche\":1,\"reason\":\"ACCOUNT_CLOSED\"");
    }

    private void givenUp(int tranche, UUID loan, boolean contractSettled) {
        desk.tellOfLoan(
                "anju.loan.payout-cancelled.v1",
                customer,
                application,
                loan,
                ",\"tranche\":%d,\"contractSettled\":%s".formatted(tranche, contractSettled));
    }

    private void disbursed(int tranche, UUID loan) {
        desk.tellOfLoan("anju.loan.disbursed.v1", customer, application, loan, ",\"tranche\":" + tranche);
    }

    private void settled(UUID loan, boolean contractSettled) {
        desk.tellOfLoan("anju.loan.settled.v1", customer, application, loan, ",\"contractSettled\":" + contractSettled);
    }

    private ValidatableResponse timeline() {
        return desk.as(customer)
                .get("/api/v1/applications/" + application + "/timeline")
                .then();
    }

    private ValidatableResponse read() {
        return desk.as(customer).get("/api/v1/applications/" + application).then();
    }
}
