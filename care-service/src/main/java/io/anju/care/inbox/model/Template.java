package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.FieldType.CODE;
import static io.anju.care.inbox.model.FieldType.COUNT;
import static io.anju.care.inbox.model.FieldType.DATE;
import static io.anju.care.inbox.model.FieldType.LITERAL;
import static io.anju.care.inbox.model.FieldType.MONEY;
import static io.anju.care.inbox.model.FieldType.RATE;
import static io.anju.care.inbox.model.FieldType.REFERENCE;

import java.util.Map;

/**
 * Everything the bank says by itself to a customer.
 *
 * <p>A template names its fields and their types here and its words in {@code inbox/messages_zh.properties} and
 * {@code messages_en.properties}; stored is the template's name and the fields, so that a message is read in the
 * language of the reader and a better wording reaches old messages too. Names are stored: never renamed.
 */
public enum Template {
    WELCOME(Kind.NOTICE, "/api/v1/me", Map.of()),
    GUIDE_FIRST_STEPS(Kind.GUIDE, "/api/v1/help/articles/first-application", Map.of()),
    IDENTITY_VERIFIED(Kind.NOTICE, "/api/v1/me", Map.of("level", CODE)),
    CONSENT_GIVEN(Kind.NOTICE, "/api/v1/me/consents", Map.of("purpose", CODE, "channel", CODE)),
    CONSENT_WITHDRAWN(Kind.NOTICE, "/api/v1/me/consents", Map.of("purpose", CODE, "channel", CODE)),

    APPLICATION_SUBMITTED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    APPLICATION_APPROVED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    APPLICATION_DECLINED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    INFORMATION_REQUESTED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    COUNTER_NEEDED(Kind.NOTICE, "/api/v1/branches", Map.of("applicationId", REFERENCE)),
    APPLICATION_WITHDRAWN(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),

    GUIDE_BEFORE_SIGNING(Kind.GUIDE, "/api/v1/help/articles/before-signing", Map.of("contractId", REFERENCE)),
    CONTRACT_READY(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    CONTRACT_SIGNED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    CONTRACT_SEALED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    CONTRACT_DECLINED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    CONTRACT_EXPIRED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    CONTRACT_TAKEN_BACK(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    CONTRACT_RESCINDED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    AMENDMENT_READY(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    CONTRACT_AMENDED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    AMENDMENT_ENDED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    MORTGAGE_REJECTED(Kind.NOTICE, "/api/v1/applications/{applicationId}", Map.of("applicationId", REFERENCE)),
    MORTGAGE_REGISTERED(
            Kind.NOTICE,
            "/api/v1/contracts/{contractId}",
            Map.of("contractId", REFERENCE, "certificateNumber", LITERAL)),
    SETTLEMENT_CERTIFIED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    MORTGAGE_RELEASED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),

    LOAN_DISBURSED(Kind.NOTICE, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE, "amount", MONEY, "date", DATE)),
    PAYOUT_FAILED(Kind.RISK_HINT, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE, "amount", MONEY)),
    PAYOUT_CANCELLED(Kind.NOTICE, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE, "date", DATE)),
    LAST_PAYOUT_CANCELLED(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE, "date", DATE)),
    GUIDE_REPAYING(Kind.GUIDE, "/api/v1/help/articles/repaying", Map.of("loanId", REFERENCE)),
    INSTALMENT_UPCOMING(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/instalments",
            Map.of("loanId", REFERENCE, "number", COUNT, "dueDate", DATE, "amount", MONEY, "daysLeft", COUNT)),
    INSTALMENT_UPCOMING_BY_HAND(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of("loanId", REFERENCE, "number", COUNT, "dueDate", DATE, "amount", MONEY, "daysLeft", COUNT)),
    INSTALMENT_DUE(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/instalments",
            Map.of("loanId", REFERENCE, "number", COUNT, "dueDate", DATE, "amount", MONEY)),
    INSTALMENT_DUE_BY_HAND(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of("loanId", REFERENCE, "number", COUNT, "dueDate", DATE, "amount", MONEY)),
    INSTALMENT_PAID(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/instalments",
            Map.of("loanId", REFERENCE, "number", COUNT, "date", DATE, "amount", MONEY)),
    INSTALMENT_PAID_FROM_CARD(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/instalments",
            Map.of("loanId", REFERENCE, "number", COUNT, "date", DATE, "amount", MONEY, "last4", LITERAL)),
    INSTALMENT_PART_PAID(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of("loanId", REFERENCE, "number", COUNT, "date", DATE, "amount", MONEY, "left", MONEY)),
    INSTALMENT_PART_PAID_FROM_CARD(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of(
                    "loanId", REFERENCE,
                    "number", COUNT,
                    "date", DATE,
                    "amount", MONEY,
                    "left", MONEY,
                    "last4", LITERAL)),
    INSTALMENT_OVERDUE(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of("loanId", REFERENCE, "number", COUNT, "dueDate", DATE, "amount", MONEY)),
    CARD_BOUND(Kind.RISK_HINT, "/api/v1/cards", Map.of("last4", LITERAL)),
    CARD_UNBOUND(Kind.RISK_HINT, "/api/v1/cards", Map.of("last4", LITERAL)),
    AUTOMATIC_DEBIT_STOPPED(
            Kind.RISK_HINT, "/api/v1/loans/{loanId}/automatic-debit", Map.of("loanId", REFERENCE, "date", DATE)),
    AUTOMATIC_DEBIT_STARTED(
            Kind.NOTICE, "/api/v1/loans/{loanId}/automatic-debit", Map.of("loanId", REFERENCE, "date", DATE)),
    GUIDE_RATE_RESET(Kind.GUIDE, "/api/v1/help/articles/rate-reset", Map.of("loanId", REFERENCE)),
    LOAN_REPRICED(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/rate",
            Map.of(
                    "loanId", REFERENCE,
                    "date", DATE,
                    "oldRate", RATE,
                    "newRate", RATE,
                    "instalment", MONEY)),
    LOAN_PREPAID(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}",
            Map.of("loanId", REFERENCE, "amount", MONEY, "option", CODE, "interestSaved", MONEY)),
    PREPAYMENT_FAILED(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/prepayments",
            Map.of("loanId", REFERENCE, "date", DATE, "amount", MONEY)),
    RATE_REQUEST_APPROVED(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/rate-requests/{requestId}",
            Map.of("loanId", REFERENCE, "requestId", REFERENCE, "takeBy", DATE)),
    RATE_REQUEST_DECLINED(
            Kind.NOTICE,
            "/api/v1/loans/{loanId}/rate-requests/{requestId}",
            Map.of("loanId", REFERENCE, "requestId", REFERENCE)),
    COUNTER_CHANGE_OPENED(Kind.RISK_HINT, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE)),
    COUNTER_CHANGE_APPROVED(Kind.NOTICE, "/api/v1/loans/{loanId}/plan-changes", Map.of("loanId", REFERENCE)),
    COUNTER_CHANGE_DECLINED(Kind.NOTICE, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE)),
    LOAN_CHANGED(Kind.NOTICE, "/api/v1/loans/{loanId}/schedule", Map.of("loanId", REFERENCE, "date", DATE)),
    PAYMENT_REVERSED(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/statement",
            Map.of("loanId", REFERENCE, "date", DATE, "amount", MONEY)),
    LOAN_PART_SETTLED(Kind.NOTICE, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE, "date", DATE)),
    LOAN_SETTLED(Kind.NOTICE, "/api/v1/loans/{loanId}/settlement", Map.of("loanId", REFERENCE, "date", DATE)),

    ACT_HELD(Kind.RISK_HINT, "/api/v1/verifications/{holdId}", Map.of("holdId", REFERENCE, "act", CODE)),
    ACT_RELEASED(Kind.NOTICE, "/api/v1/verifications/{holdId}", Map.of("holdId", REFERENCE, "act", CODE)),
    ACT_REFUSED(Kind.RISK_HINT, "/api/v1/verifications/{holdId}", Map.of("holdId", REFERENCE, "act", CODE)),
    ACT_DELAYED(
            Kind.RISK_HINT,
            "/api/v1/verifications/{verificationId}",
            Map.of("verificationId", REFERENCE, "act", CODE, "readyDate", DATE)),
    NEW_DEVICE(Kind.RISK_HINT, "/api/v1/me/sessions", Map.of()),
    SIGN_IN_LOCKED(Kind.RISK_HINT, "/api/v1/help/articles/safety", Map.of()),
    ACT_DENIED(Kind.RISK_HINT, "/api/v1/help/articles/safety", Map.of()),
    PASSKEY_ENROLLED(Kind.RISK_HINT, "/api/v1/passkeys", Map.of()),
    PASSKEY_REVOKED(Kind.RISK_HINT, "/api/v1/passkeys", Map.of()),
    PASSKEY_BACKED_UP(Kind.RISK_HINT, "/api/v1/passkeys", Map.of()),
    PASSKEY_BACKUP_ENDED(Kind.NOTICE, "/api/v1/passkeys", Map.of()),
    PASSKEY_COUNTER_WENT_BACK(Kind.RISK_HINT, "/api/v1/passkeys", Map.of()),
    WALLET_AGREEMENT_READY(Kind.NOTICE, "/api/v1/contracts/{contractId}", Map.of("contractId", REFERENCE)),
    WALLET_LINKED(Kind.NOTICE, "/api/v1/wallet-links/{linkId}", Map.of("linkId", REFERENCE, "limit", MONEY)),
    WALLET_LINK_CANCELLED(Kind.NOTICE, "/api/v1/loans/{loanId}", Map.of("loanId", REFERENCE)),
    WALLET_UNLINK_BEGUN(Kind.NOTICE, "/api/v1/wallet-links/{linkId}/unlinking", Map.of("linkId", REFERENCE)),
    WALLET_UNLINK_REPORT_TAKEN(Kind.NOTICE, "/api/v1/wallet-links/{linkId}/report", Map.of("linkId", REFERENCE)),
    WALLET_UNLINK_INSTALMENT_SETTLED(
            Kind.NOTICE, "/api/v1/wallet-links/{linkId}/unlinking", Map.of("linkId", REFERENCE)),
    WALLET_UNLINK_GIVEN_UP(Kind.NOTICE, "/api/v1/wallet-links/{linkId}", Map.of("linkId", REFERENCE)),
    WALLET_UNLINK_REQUESTED(
            Kind.RISK_HINT, "/api/v1/wallet-links/{linkId}/unlinking", Map.of("linkId", REFERENCE, "undoDate", DATE)),
    WALLET_UNLINK_UNDONE(Kind.NOTICE, "/api/v1/wallet-links/{linkId}", Map.of("linkId", REFERENCE, "limit", MONEY)),
    WALLET_CREDIT_TAKEN(
            Kind.RISK_HINT,
            "/api/v1/loans/{loanId}/payments",
            Map.of("loanId", REFERENCE, "instalment", COUNT, "amount", MONEY)),
    WALLET_STOPPED_CARD_PAYS(Kind.NOTICE, "/api/v1/me/automatic-debits", Map.of()),
    WALLET_STOPPED_NOTHING_PAYS(Kind.RISK_HINT, "/api/v1/loans/{loanId}/payments", Map.of("loanId", REFERENCE)),
    WALLET_CREDIT_RETURNED(
            Kind.NOTICE, "/api/v1/loans/{loanId}/payments", Map.of("loanId", REFERENCE, "amount", MONEY)),
    WALLET_UNLINKED(Kind.NOTICE, "/api/v1/wallet-links/{linkId}/report", Map.of("linkId", REFERENCE)),
    WALLET_UNLINKED_CARD_PAYS(
            Kind.NOTICE, "/api/v1/wallet-links/{linkId}/unlinking", Map.of("linkId", REFERENCE, "nextDueDate", DATE)),
    WALLET_UNLINKED_NOTHING_PAYS(
            Kind.RISK_HINT,
            "/api/v1/wallet-links/{linkId}/unlinking",
            Map.of("linkId", REFERENCE, "nextDueDate", DATE)),

    CONTACT_REFUSAL_NOTED(Kind.NOTICE, "/api/v1/me/contacts", Map.of("purpose", CODE, "channel", CODE)),
    COMPLAINT_OPENED(
            Kind.NOTICE, "/api/v1/complaints/{complaintId}", Map.of("complaintId", REFERENCE, "dueDate", DATE)),
    COMPLAINT_EXTENDED(
            Kind.NOTICE, "/api/v1/complaints/{complaintId}", Map.of("complaintId", REFERENCE, "dueDate", DATE)),
    COMPLAINT_ANSWERED(Kind.NOTICE, "/api/v1/complaints/{complaintId}", Map.of("complaintId", REFERENCE)),
    APPEAL_OPENED(Kind.NOTICE, "/api/v1/appeals/{appealId}", Map.of("appealId", REFERENCE, "dueDate", DATE)),
    APPEAL_EXTENDED(Kind.NOTICE, "/api/v1/appeals/{appealId}", Map.of("appealId", REFERENCE, "dueDate", DATE)),
    APPEAL_ANSWERED(Kind.NOTICE, "/api/v1/appeals/{appealId}", Map.of("appealId", REFERENCE)),
    APPOINTMENT_BOOKED(
            Kind.NOTICE,
            "/api/v1/appointments/{appointmentId}",
            Map.of(
                    "appointmentId", REFERENCE,
                    "date", DATE,
                    "time", LITERAL,
                    "code", LITERAL)),
    APPOINTMENT_CANCELLED(
            Kind.NOTICE,
            "/api/v1/appointments/{appointmentId}",
            Map.of("appointmentId", REFERENCE, "date", DATE, "time", LITERAL));

    /** What a message is to its reader. */
    public enum Kind {
        /** Something has happened. */
        NOTICE,
        /** Something to read before the next step. */
        GUIDE,
        /** Something that costs or harms when left alone. */
        RISK_HINT
    }

    private final Kind kind;
    private final String resource;
    private final Map<String, FieldType> fields;

    Template(Kind kind, String resource, Map<String, FieldType> fields) {
        this.kind = kind;
        this.resource = resource;
        this.fields = fields;
    }

    public Kind kind() {
        return kind;
    }

    /** Where the message leads, with {@code {field}} for the reference in it. */
    public String resource() {
        return resource;
    }

    /** The fields a message of this template carries, by name. */
    public Map<String, FieldType> fields() {
        return fields;
    }
}
