package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.Template.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fact calls for which message. */
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
    @CsvSource({"2026-11-22, 1", "2026-12-22, 2", "2027-01-22, 1"})
    void tellsOfTheRateResetInDecember(String dueDate, int messages) {
        var due = Map.of("loanId", ID, "number", 1, "dueDate", dueDate, "amount", 449045);

        assertEquals(messages, FactMessages.of("anju.instalment.due.v1", due).size());
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
    @CsvSource({"false, WALLET_LINKED", "true, WALLET_UNLINK_UNDONE"})
    void tellsALinkApartFromAClosingThatWasUndone(boolean reopened, Template template) {
        var linked = Map.of("linkId", ID, "limit", 2_500_000, "automatic", true, "reopened", reopened);

        assertEquals(List.of(template), templates(FactMessages.of("anju.wallet.linked.v1", linked)));
    }

    @Test
    void warnsThatAClosingCanBeUndone() {
        var requested = Map.of("linkId", ID, "undoDate", "2026-12-04", "undoUntil", "2026-12-04T02:00:00Z");

        var drafts = FactMessages.of("anju.wallet.unlink-requested.v1", requested);

        assertEquals(List.of(WALLET_UNLINK_REQUESTED), templates(drafts));
        assertEquals(Template.Kind.RISK_HINT, WALLET_UNLINK_REQUESTED.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "unlink-begun,              WALLET_UNLINK_BEGUN",
        "unlink-report-taken,       WALLET_UNLINK_REPORT_TAKEN",
        "unlink-instalment-settled, WALLET_UNLINK_INSTALMENT_SETTLED",
        "unlink-given-up,           WALLET_UNLINK_GIVEN_UP",
        "link-cancelled,            WALLET_LINK_CANCELLED",
    })
    void tellsEachStepOfAClosing(String step, Template template) {
        var done = Map.of("linkId", ID, "loanId", ID, "unlinkingId", ID, "impactSha256", "0".repeat(64));

        assertEquals(List.of(template), templates(FactMessages.of("anju.wallet." + step + ".v1", done)));
    }

    @ParameterizedTest
    @CsvSource({"true, WALLET_UNLINKED_CARD_PAYS", "false, WALLET_UNLINKED_NOTHING_PAYS"})
    void saysWhatPaysAfterAWalletAndPushesTheGuide(boolean card, Template template) {
        var unlinked = Map.of("linkId", ID, "loanId", ID, "nextDueDate", "2026-12-22", "cardBound", card);

        assertEquals(
                List.of(template, GUIDE_REPAYING), templates(FactMessages.of("anju.wallet.unlinked.v1", unlinked)));
    }

    @Test
    void saysOfAWalletWhoseLoanIsRepaidThatItIsClosed() {
        var unlinked = new java.util.HashMap<String, Object>(Map.of("linkId", ID, "cardBound", true));
        unlinked.put("nextDueDate", null);

        assertEquals(List.of(WALLET_UNLINKED), templates(FactMessages.of("anju.wallet.unlinked.v1", unlinked)));
    }

    @Test
    void saysThatCreditPaidNothingAndThatItIsBack() {
        var taken = Map.of("loanId", ID, "instalment", 3, "amount", 449_045);

        assertEquals(List.of(WALLET_CREDIT_TAKEN), templates(FactMessages.of("anju.wallet.credit-taken.v1", taken)));
        assertEquals(
                List.of(WALLET_CREDIT_RETURNED), templates(FactMessages.of("anju.wallet.credit-returned.v1", taken)));
    }

    @ParameterizedTest
    @CsvSource({"true, RATE_REQUEST_APPROVED", "false, RATE_REQUEST_DECLINED"})
    void saysWhatOfficersHaveDecidedOfARate(boolean approved, Template template) {
        var decided = Map.of("loanId", ID, "requestId", ID, "approved", approved, "takeBy", "2026-12-22");

        assertEquals(List.of(template), templates(FactMessages.of("anju.loan.rate-request-decided.v1", decided)));
    }

    @ParameterizedTest
    @CsvSource({"true, WALLET_STOPPED_CARD_PAYS", "false, WALLET_STOPPED_NOTHING_PAYS"})
    void saysWhatPaysWhereAWalletThatTookCreditIsNotDebitedAnyMore(boolean card, Template template) {
        var taken =
                Map.of("loanId", ID, "instalment", 3, "amount", 449_045, "automaticStopped", true, "cardBound", card);

        assertEquals(
                List.of(WALLET_CREDIT_TAKEN, template),
                templates(FactMessages.of("anju.wallet.credit-taken.v1", taken)));
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
    void keepsAmountsAsFen() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 449045);

        var draft = FactMessages.of("anju.instalment.paid.v1", paid).getFirst();

        assertEquals(449045L, draft.fields().get("amount"));
    }

    @Test
    void saysWhatADebitTookAndWhatIsLeft() {
        var part = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 150_000, "left", 299_045);

        var drafts = FactMessages.of("anju.instalment.part-paid.v1", part);

        assertEquals(List.of(INSTALMENT_PART_PAID), templates(drafts));
        assertEquals(150_000L, drafts.getFirst().fields().get("amount"));
        assertEquals(299_045L, drafts.getFirst().fields().get("left"));
        assertEquals(Template.Kind.RISK_HINT, INSTALMENT_PART_PAID.kind());
        assertEquals("/api/v1/loans/{loanId}/payments", INSTALMENT_PART_PAID.resource());
    }

    @Test
    void saysFromWhichCardMoneyWasTakenWhereTheFactDoes() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 449_045, "last4", "0044");
        var part =
                Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", 1, "left", 449_044, "last4", "0044");

        var drafts = FactMessages.of("anju.instalment.paid.v1", paid);

        assertEquals(List.of(INSTALMENT_PAID_FROM_CARD), templates(drafts));
        assertEquals("0044", drafts.getFirst().fields().get("last4"));
        assertEquals(
                List.of(INSTALMENT_PART_PAID_FROM_CARD),
                templates(FactMessages.of("anju.instalment.part-paid.v1", part)));
    }

    @Test
    void remindsOfPayingByHandWhereTheAutomaticDebitIsStopped() {
        var due = Map.of(
                "loanId", ID, "number", 1, "dueDate", "2027-01-22", "amount", 449_045, "daysLeft", 3, "byHand", true);

        assertEquals(
                List.of(INSTALMENT_UPCOMING_BY_HAND), templates(FactMessages.of("anju.instalment.upcoming.v1", due)));
        assertEquals(List.of(INSTALMENT_DUE_BY_HAND), templates(FactMessages.of("anju.instalment.due.v1", due)));
        assertEquals(
                List.of(AUTOMATIC_DEBIT_STOPPED),
                templates(FactMessages.of(
                        "anju.loan.automatic-debit-stopped.v1", Map.of("loanId", ID, "date", "2027-01-10"))));
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

    @Test
    void refusesAnAmountWithFractionsOfAFen() {
        var paid = Map.of("loanId", ID, "number", 1, "date", "2026-12-22", "amount", "4490.45");

        assertThrows(IllegalArgumentException.class, () -> FactMessages.of("anju.instalment.paid.v1", paid));
    }

    private static List<Template> templates(List<Draft> drafts) {
        return drafts.stream().map(Draft::template).toList();
    }
}
