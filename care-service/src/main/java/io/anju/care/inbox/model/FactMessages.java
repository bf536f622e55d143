package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.Template.*;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which fact calls for which messages, guides included: each guide comes with the fact after which it matters. */
public final class FactMessages {

    private static final Map<String, Function<Map<String, ?>, List<Template>>> BY_TYPE = Map.ofEntries(
            always("anju.customer.registered.v1", WELCOME, GUIDE_FIRST_STEPS),
            always("anju.customer.verified.v1", IDENTITY_VERIFIED),
            Map.entry("anju.customer.consent-changed.v1", FactMessages::onConsent),
            always("anju.risk.held.v1", ACT_HELD),
            Map.entry("anju.risk.cleared.v1", FactMessages::onCleared),
            always("anju.risk.delayed.v1", ACT_DELAYED),
            Map.entry("anju.risk.alerted.v1", FactMessages::onAlerted),
            Map.entry("anju.passkey.changed.v1", FactMessages::onPasskey),
            always("anju.application.submitted.v1", APPLICATION_SUBMITTED),
            Map.entry("anju.application.decided.v1", FactMessages::onDecision),
            always("anju.application.information-requested.v1", INFORMATION_REQUESTED),
            always("anju.application.needs-counter.v1", COUNTER_NEEDED),
            always("anju.application.withdrawn.v1", APPLICATION_WITHDRAWN),
            always("anju.contract.drafted.v1", CONTRACT_READY, GUIDE_BEFORE_SIGNING),
            always("anju.contract.signed.v1", CONTRACT_SIGNED),
            always("anju.contract.sealed.v1", CONTRACT_SEALED),
            always("anju.contract.declined.v1", CONTRACT_DECLINED),
            always("anju.contract.expired.v1", CONTRACT_EXPIRED),
            always("anju.contract.withdrawn.v1", CONTRACT_TAKEN_BACK),
            always("anju.contract.rescinded.v1", CONTRACT_RESCINDED),
            always("anju.contract.amendment-drafted.v1", AMENDMENT_READY),
            always("anju.contract.amended.v1", CONTRACT_AMENDED),
            always("anju.contract.amendment-ended.v1", AMENDMENT_ENDED),
            always("anju.mortgage.registered.v1", MORTGAGE_REGISTERED),
            always("anju.mortgage.rejected.v1", MORTGAGE_REJECTED),
            always("anju.settlement.certified.v1", SETTLEMENT_CERTIFIED),
            always("anju.mortgage.released.v1", MORTGAGE_RELEASED),
            always("anju.card.bound.v1", CARD_BOUND),
            always("anju.card.unbound.v1", CARD_UNBOUND),
            Map.entry("anju.loan.disbursed.v1", FactMessages::onDisbursed),
            always("anju.loan.payout-failed.v1", PAYOUT_FAILED),
            Map.entry("anju.loan.payout-cancelled.v1", FactMessages::onPayoutCancelled),
            Map.entry("anju.instalment.upcoming.v1", FactMessages::onUpcoming),
            Map.entry("anju.instalment.due.v1", FactMessages::onDue),
            Map.entry("anju.instalment.paid.v1", data -> fromCard(data, INSTALMENT_PAID_FROM_CARD, INSTALMENT_PAID)),
            Map.entry(
                    "anju.instalment.part-paid.v1",
                    data -> fromCard(data, INSTALMENT_PART_PAID_FROM_CARD, INSTALMENT_PART_PAID)),
            always("anju.instalment.overdue.v1", INSTALMENT_OVERDUE),
            always("anju.loan.automatic-debit-stopped.v1", AUTOMATIC_DEBIT_STOPPED),
            always("anju.loan.automatic-debit-started.v1", AUTOMATIC_DEBIT_STARTED),
            always("anju.loan.repriced.v1", LOAN_REPRICED),
            always("anju.loan.prepaid.v1", LOAN_PREPAID),
            always("anju.loan.prepayment-failed.v1", PREPAYMENT_FAILED),
            always("anju.loan.changed.v1", LOAN_CHANGED),
            Map.entry("anju.loan.rate-request-decided.v1", FactMessages::onRateRequest),
            always("anju.loan.counter-change-opened.v1", COUNTER_CHANGE_OPENED),
            Map.entry("anju.loan.counter-change-decided.v1", FactMessages::onCounterChange),
            always("anju.loan.payment-reversed.v1", PAYMENT_REVERSED),
            Map.entry("anju.loan.settled.v1", FactMessages::onSettled),
            always("anju.wallet-agreement.drafted.v1", WALLET_AGREEMENT_READY, GUIDE_BEFORE_SIGNING),
            Map.entry("anju.wallet.linked.v1", FactMessages::onLinked),
            always("anju.wallet.link-cancelled.v1", WALLET_LINK_CANCELLED),
            always("anju.wallet.unlink-begun.v1", WALLET_UNLINK_BEGUN),
            always("anju.wallet.unlink-report-taken.v1", WALLET_UNLINK_REPORT_TAKEN),
            always("anju.wallet.unlink-instalment-settled.v1", WALLET_UNLINK_INSTALMENT_SETTLED),
            always("anju.wallet.unlink-given-up.v1", WALLET_UNLINK_GIVEN_UP),
            always("anju.wallet.unlink-requested.v1", WALLET_UNLINK_REQUESTED),
            Map.entry("anju.wallet.credit-taken.v1", FactMessages::onCreditTaken),
            always("anju.wallet.credit-returned.v1", WALLET_CREDIT_RETURNED),
            Map.entry("anju.wallet.unlinked.v1", FactMessages::onUnlinked));

    private FactMessages() {}

    /** The event types that reach an inbox. */
    public static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /**
     * The messages of one event, in the order in which they are to be read; empty for a type that calls for none.
     *
     * @param type CloudEvents type, such as {@code anju.instalment.due.v1}
     * @param data the event's data: text, numbers and truth values by name
     */
    public static List<Draft> of(String type, Map<String, ?> data) {
        var templates = BY_TYPE.getOrDefault(type, ignored -> List.of()).apply(data);
        var fact = withDefaults(data);
        return templates.stream().map(template -> Draft.of(template, fact)).toList();
    }

    private static Map.Entry<String, Function<Map<String, ?>, List<Template>>> always(
            String type, Template... templates) {
        return Map.entry(type, ignored -> List.of(templates));
    }

    private static List<Template> onConsent(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("granted")) ? CONSENT_GIVEN : CONSENT_WITHDRAWN);
    }

    private static List<Template> onCleared(Map<String, ?> data) {
        return List.of("RELEASED".equals(data.get("outcome")) ? ACT_RELEASED : ACT_REFUSED);
    }

    /** A kind of warning that is not known yet says nothing, rather than something wrong. */
    private static List<Template> onAlerted(Map<String, ?> data) {
        return switch (String.valueOf(data.get("kind"))) {
            case "NEW_DEVICE" -> List.of(NEW_DEVICE);
            case "SIGN_IN_LOCKED" -> List.of(SIGN_IN_LOCKED);
            case "ACT_DENIED" -> List.of(ACT_DENIED);
            default -> List.of();
        };
    }

    /** A change that is not known yet says nothing, rather than something wrong. */
    private static List<Template> onPasskey(Map<String, ?> data) {
        return switch (String.valueOf(data.get("change"))) {
            case "ENROLLED" -> List.of(PASSKEY_ENROLLED);
            case "REVOKED" -> List.of(PASSKEY_REVOKED);
            case "BACKED_UP" -> List.of(PASSKEY_BACKED_UP);
            case "BACKUP_ENDED" -> List.of(PASSKEY_BACKUP_ENDED);
            case "COUNTER_WENT_BACK" -> List.of(PASSKEY_COUNTER_WENT_BACK);
            default -> List.of();
        };
    }

    private static List<Template> onDecision(Map<String, ?> data) {
        return List.of("APPROVED".equals(data.get("decision")) ? APPLICATION_APPROVED : APPLICATION_DECLINED);
    }

    /**
     * In December the reset of 1 January is told of too. Care does not know each loan's terms, so the guide is worded
     * for whoever has a floating rate; a loan with another repricing day learns of its reset by the notice alone.
     */
    private static List<Template> onDue(Map<String, ?> data) {
        var december = LocalDate.parse(String.valueOf(data.get("dueDate"))).getMonth() == Month.DECEMBER;
        var due = isByHand(data) ? INSTALMENT_DUE_BY_HAND : INSTALMENT_DUE;
        return december ? List.of(due, GUIDE_RATE_RESET) : List.of(due);
    }

    private static List<Template> onUpcoming(Map<String, ?> data) {
        return List.of(isByHand(data) ? INSTALMENT_UPCOMING_BY_HAND : INSTALMENT_UPCOMING);
    }

    /** Nothing is debited of a loan whose borrower has stopped that; the version before says nothing of it. */
    private static boolean isByHand(Map<String, ?> data) {
        return Boolean.TRUE.equals(data.get("byHand"));
    }

    /** Which card was debited is told where the fact says so; the version before does not. */
    private static List<Template> fromCard(Map<String, ?> data, Template fromCard, Template otherwise) {
        return List.of(data.get("last4") instanceof String last4 && !last4.isEmpty() ? fromCard : otherwise);
    }

    /** Each tranche of a combined loan is paid out by itself; how to repay is told once. */
    private static List<Template> onDisbursed(Map<String, ?> data) {
        return Integer.valueOf(1).equals(data.get("tranche"))
                ? List.of(LOAN_DISBURSED, GUIDE_REPAYING)
                : List.of(LOAN_DISBURSED);
    }

    /** With the last loan of a contract the mortgage is released; no certificate comes, since not all of it was lent. */
    private static List<Template> onPayoutCancelled(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("contractSettled")) ? LAST_PAYOUT_CANCELLED : PAYOUT_CANCELLED);
    }

    /** Certificate and release follow when nothing is owed under the whole contract. */
    private static List<Template> onSettled(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("contractSettled")) ? LOAN_SETTLED : LOAN_PART_SETTLED);
    }

    /** A closing that was undone is told as such. */
    private static List<Template> onLinked(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("reopened")) ? WALLET_UNLINK_UNDONE : WALLET_LINKED);
    }

    private static List<Template> onRateRequest(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("approved")) ? RATE_REQUEST_APPROVED : RATE_REQUEST_DECLINED);
    }

    private static List<Template> onCounterChange(Map<String, ?> data) {
        return List.of(Boolean.TRUE.equals(data.get("approved")) ? COUNTER_CHANGE_APPROVED : COUNTER_CHANGE_DECLINED);
    }

    /** A wallet that took credit is not debited by itself any more: what is instead is told with it. */
    private static List<Template> onCreditTaken(Map<String, ?> data) {
        if (!Boolean.TRUE.equals(data.get("automaticStopped"))) {
            return List.of(WALLET_CREDIT_TAKEN);
        }
        return List.of(
                WALLET_CREDIT_TAKEN,
                Boolean.TRUE.equals(data.get("cardBound")) ? WALLET_STOPPED_CARD_PAYS : WALLET_STOPPED_NOTHING_PAYS);
    }

    /** What pays from now on is told at once: the next due date, and a card or that none is bound. */
    private static List<Template> onUnlinked(Map<String, ?> data) {
        if (data.get("nextDueDate") == null) {
            return List.of(WALLET_UNLINKED);
        }
        return Boolean.TRUE.equals(data.get("cardBound"))
                ? List.of(WALLET_UNLINKED_CARD_PAYS, GUIDE_REPAYING)
                : List.of(WALLET_UNLINKED_NOTHING_PAYS, GUIDE_REPAYING);
    }

    /** A consent that names no channel holds for any. */
    private static Map<String, ?> withDefaults(Map<String, ?> data) {
        var fact = new TreeMap<String, Object>(data);
        fact.values().removeIf(value -> value == null || "".equals(value));
        fact.putIfAbsent("channel", "ANY");
        return fact;
    }
}
