package io.anju.identity.erasure.store;

import java.util.List;
import java.util.Map;

/** What a customer leaves behind under a number alone, and how it is taken away when its day has come. */
final class KeptItems {

    /** Statements by item of the retention schedule, in order; {@code $1} is the customer. */
    static final Map<String, List<String>> REMOVALS = Map.of(
            "CONSENTS",
            List.of(
                    "DELETE FROM consent WHERE customer_id = $1",
                    "DELETE FROM consent_prompt WHERE customer_id = $1",
                    "DELETE FROM notice_acceptance WHERE customer_id = $1",
                    "DELETE FROM notice_decision WHERE customer_id = $1"),
            "ACCESS_RECORDS",
            List.of(
                    "DELETE FROM access_record WHERE customer_id = $1",
                    "DELETE FROM contact_audit WHERE customer_id = $1",
                    "DELETE FROM complaint_audit WHERE customer_id = $1",
                    "DELETE FROM wallet_audit WHERE customer_id = $1"),
            "PROOFS_OF_ACTS",
            List.of(
                    "DELETE FROM verification WHERE person_id = $1",
                    "DELETE FROM passkey WHERE person_id = $1",
                    "DELETE FROM phone_change WHERE customer_id = $1",
                    "DELETE FROM account_recovery WHERE customer_id = $1"),
            "SIGN_INS",
            List.of(
                    "DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE person_id = $1)",
                    "DELETE FROM session WHERE person_id = $1"),
            "RISK_DECISIONS",
            List.of(
                    """
                    DELETE FROM risk_hold_way
                    WHERE hold_id IN (SELECT id FROM risk_hold WHERE person_id = $1)""",
                    "DELETE FROM risk_hold WHERE person_id = $1",
                    "DELETE FROM risk_alert WHERE person_id = $1",
                    "DELETE FROM risk_history WHERE person_id = $1",
                    "DELETE FROM risk_decision WHERE person_id = $1"));

    private KeptItems() {}
}
