package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.Template.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fact calls for which message; those of instalments and of wallets have tests of their own. */
class FactMessagesTest {

    private static final String ID = "018f0000-0000-7000-8000-000000000001";

    @Test
    void sendsTheGuideWithTheFactAfterWhichItMatters() {
        var drafts = FactMessages.of("anju.contract.drafted.v1", Map.of("contractId", ID, "customerId", ID));

        assertEquals(List.of(CONTRACT_READY, GUIDE_BEFORE_SIGNING), templates(drafts));
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, APPLICATION_APPROVED", "DECLINED, APPLICATION_DECLINED"})
    void tellsTheDecision(String decision, Template template) {
        var drafts = FactMessages.of("anju.application.decided.v1", Map.of("applicationId", ID, "decision", decision));

        assertEquals(List.of(template), templates(drafts));
    }

    @ParameterizedTest
    @CsvSource({"true, CONSENT_GIVEN", "false, CONSENT_WITHDRAWN"})
    void tellsConsentAndItsWithdrawalAlike(boolean granted, Template template) {
        var drafts =
                FactMessages.of("anju.customer.consent-changed.v1", Map.of("purpose", "MARKETING", "granted", granted));

        assertEquals(List.of(template), templates(drafts));
    }

    @ParameterizedTest
    @CsvSource({"true, LOAN_SETTLED", "false, LOAN_PART_SETTLED"})
    void promisesTheCertificateWhenTheWholeContractIsSettled(boolean whole, Template template) {
        var settled = Map.of("loanId", ID, "date", "2026-11-22", "contractSettled", whole);

        assertEquals(List.of(template), templates(FactMessages.of("anju.loan.settled.v1", settled)));
    }

    @Test
    void saysThatTheMoneyDidNotArriveAndWhatHappensNext() {
        var failed = Map.of("loanId", ID, "amount", 70_000_000, "reason", "ACCOUNT_CLOSED");

        assertEquals(List.of(PAYOUT_FAILED), templates(FactMessages.of("anju.loan.payout-failed.v1", failed)));
    }

    @ParameterizedTest
    @CsvSource({"true, LAST_PAYOUT_CANCELLED", "false, PAYOUT_CANCELLED"})
    void saysOfAPayoutThatIsGivenUpWhetherTheMortgageGoesWithIt(boolean whole, Template template) {
        var cancelled = Map.of("loanId", ID, "contractId", ID, "date", "2026-11-22", "contractSettled", whole);

        assertEquals(List.of(template), templates(FactMessages.of("anju.loan.payout-cancelled.v1", cancelled)));
    }

    @ParameterizedTest
    @CsvSource({"true, RATE_REQUEST_APPROVED", "false, RATE_REQUEST_DECLINED"})
    void saysWhatOfficersHaveDecidedOfARate(boolean approved, Template template) {
        var decided = Map.of("loanId", ID, "requestId", ID, "approved", approved, "takeBy", "2026-12-22");

        assertEquals(List.of(template), templates(FactMessages.of("anju.loan.rate-request-decided.v1", decided)));
    }

    @Test
    void tellsHowToRepayOnceForAllTranches() {
        var first = Map.of("loanId", ID, "amount", 70_000_000, "date", "2026-11-22", "tranche", 1);
        var second = Map.of("loanId", ID, "amount", 30_000_000, "date", "2026-11-22", "tranche", 2);

        assertEquals(
                List.of(LOAN_DISBURSED, GUIDE_REPAYING), templates(FactMessages.of("anju.loan.disbursed.v1", first)));
        assertEquals(List.of(LOAN_DISBURSED), templates(FactMessages.of("anju.loan.disbursed.v1", second)));
    }

    @ParameterizedTest
    @CsvSource({
        "application.information-requested, INFORMATION_REQUESTED",
        "application.withdrawn, APPLICATION_WITHDRAWN",
        "contract.declined,     CONTRACT_DECLINED",
        "contract.expired,      CONTRACT_EXPIRED",
        "contract.withdrawn,    CONTRACT_TAKEN_BACK",
        "mortgage.rejected,     MORTGAGE_REJECTED",
    })
    void leadsToTheApplicationWhenItStops(String fact, Template template) {
        var drafts = FactMessages.of("anju." + fact + ".v1", Map.of("applicationId", ID, "customerId", ID));

        assertEquals(List.of(template), templates(drafts));
        assertEquals("/api/v1/applications/{applicationId}", template.resource());
    }

    /** An amendment leads to itself, never to the application of the loan that is long paid out. */
    @ParameterizedTest
    @CsvSource({
        "contract.amendment-drafted, AMENDMENT_READY",
        "contract.amended,           CONTRACT_AMENDED",
        "contract.amendment-ended,   AMENDMENT_ENDED",
    })
    void leadsToTheAmendment(String fact, Template template) {
        var drafts = FactMessages.of("anju." + fact + ".v1", Map.of("contractId", ID, "customerId", ID));

        assertEquals(List.of(template), templates(drafts));
        assertEquals("/api/v1/contracts/{contractId}", template.resource());
    }

    @Test
    void tellsOfAHeldActAndLeadsToIt() {
        var drafts =
                FactMessages.of("anju.risk.held.v1", Map.of("customerId", ID, "holdId", ID, "act", "REPAYMENT_PREPAY"));

        assertEquals(List.of(ACT_HELD), templates(drafts));
        assertEquals("/api/v1/verifications/{holdId}", ACT_HELD.resource());
    }

    @Test
    void tellsOfAnActThatWaitsAndLeadsToWhereItIsCancelled() {
        var delayed = Map.of("customerId", ID, "verificationId", ID, "act", "PHONE_CHANGE", "readyDate", "2026-11-30");

        assertEquals(List.of(ACT_DELAYED), templates(FactMessages.of("anju.risk.delayed.v1", delayed)));
        assertEquals("/api/v1/verifications/{verificationId}", ACT_DELAYED.resource());
    }

    @ParameterizedTest
    @CsvSource({"RELEASED, ACT_RELEASED", "REFUSED, ACT_REFUSED"})
    void tellsWhatBecameOfAHeldAct(String outcome, Template template) {
        var cleared = Map.of("holdId", ID, "act", "CONTRACT_SIGN", "outcome", outcome);

        assertEquals(List.of(template), templates(FactMessages.of("anju.risk.cleared.v1", cleared)));
    }

    @ParameterizedTest
    @CsvSource({"NEW_DEVICE, NEW_DEVICE", "SIGN_IN_LOCKED, SIGN_IN_LOCKED", "ACT_DENIED, ACT_DENIED"})
    void warnsOfWhatHappenedAroundTheAccount(String kind, Template template) {
        assertEquals(
                List.of(template),
                templates(FactMessages.of("anju.risk.alerted.v1", Map.of("customerId", ID, "kind", kind))));
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLLED, PASSKEY_ENROLLED",
        "REVOKED, PASSKEY_REVOKED",
        "BACKED_UP, PASSKEY_BACKED_UP",
        "BACKUP_ENDED, PASSKEY_BACKUP_ENDED",
        "COUNTER_WENT_BACK, PASSKEY_COUNTER_WENT_BACK"
    })
    void tellsTheOwnerWhatBecameOfAPasskey(String change, Template template) {
        var changed = Map.of("customerId", ID, "passkeyId", ID, "change", change);

        assertEquals(List.of(template), templates(FactMessages.of("anju.passkey.changed.v1", changed)));
    }

    @Test
    void leadsToTheBranchesWhenTheCounterIsNeeded() {
        var drafts = FactMessages.of("anju.application.needs-counter.v1", Map.of("applicationId", ID));

        assertEquals(List.of(COUNTER_NEEDED), templates(drafts));
        assertEquals("/api/v1/branches", COUNTER_NEEDED.resource());
    }

    @Test
    void warnsOfACardThatComesOrGoes() {
        var card = Map.of("cardId", ID, "last4", "0007");

        assertEquals(List.of(CARD_BOUND), templates(FactMessages.of("anju.card.bound.v1", card)));
        assertEquals(List.of(CARD_UNBOUND), templates(FactMessages.of("anju.card.unbound.v1", card)));
    }

    @Test
    void tellsOfTheCertificateOnceItIsSealed() {
        assertEquals(
                List.of(SETTLEMENT_CERTIFIED),
                templates(FactMessages.of("anju.settlement.certified.v1", Map.of("contractId", ID))));
    }

    @Test
    void refusesAFactWithoutItsFields() {
        assertThrows(
                IllegalArgumentException.class, () -> FactMessages.of("anju.loan.settled.v1", Map.of("loanId", ID)));
    }

    private static List<Template> templates(List<Draft> drafts) {
        return drafts.stream().map(Draft::template).toList();
    }
}
