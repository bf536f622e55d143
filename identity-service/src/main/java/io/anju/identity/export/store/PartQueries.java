package io.anju.identity.export.store;

import io.anju.identity.export.model.Part;

/**
 * What each part is gathered by: one JSON array of the newest entries; one more than a copy holds, where there are more.
 *
 * <p>Left out is what staff noted and found about a suspicion, who they are, and what the rules measured: whoever knows it
 * gets round it. The anti-money-laundering law, art. 7 (u), keeps it secret, and PIPL art. 45 with art. 18 gives no copy of
 * what a law keeps secret. (u): not confirmed in an official text.
 */
final class PartQueries {

    private PartQueries() {}

    /** @param language {@code zh} or {@code en}, for what is kept in both */
    static String of(Part part, String language) {
        return "SELECT coalesce(jsonb_agg(to_jsonb(entry)), '[]')::text FROM (%s LIMIT %d) entry"
                .formatted(
                        entries(part).replace("$language", language.equals("zh") ? "zh" : "en"), Part.ENTRIES_MAX + 1);
    }

    private static String entries(Part part) {
        return switch (part) {
            case NOTICES -> """
                    SELECT version, sha256, accepted_at AS "acceptedAt", NULL::timestamptz AS "refusedAt", NULL AS receipt
                    FROM notice_acceptance WHERE customer_id = $1
                    UNION ALL
                    SELECT version, sha256, CASE decision WHEN 'ACCEPTED' THEN decided_at END,
                           CASE decision WHEN 'REFUSED' THEN decided_at END, document
                    FROM notice_decision WHERE customer_id = $1
                    ORDER BY "acceptedAt" DESC""";
            case CONSENTS -> """
                    SELECT purpose, purpose_version AS version, channel, decision, decided_at AS "decidedAt",
                           receipt_id AS "receiptId", document AS receipt
                    FROM consent WHERE customer_id = $1 ORDER BY ordinal DESC""";
            case ACCESS_RECORDS -> """
                    SELECT reader, reader_kind AS "readerKind", purpose, fields, resource_kind AS "resourceKind",
                           resource_id AS "resourceId", read_at AS "readAt"
                    FROM access_record WHERE customer_id = $1 ORDER BY id DESC""";
            case CONTACTS -> """
                    SELECT agency, purpose, channel, code, decided_at AS "decidedAt"
                    FROM contact_audit WHERE customer_id = $1 ORDER BY decided_at DESC""";
            case COMPLAINTS -> """
                    SELECT complaint_id AS complaint, step, code, told_at AS "toldAt"
                    FROM complaint_audit WHERE customer_id = $1 ORDER BY told_at DESC""";
            case WALLET_LINKS -> """
                    SELECT link_id AS link, step, told_at AS "toldAt"
                    FROM wallet_audit WHERE customer_id = $1 ORDER BY told_at DESC""";
            case PHONE_CHANGES -> """
                    SELECT opened_at AS "openedAt", completed_at AS "completedAt"
                    FROM phone_change WHERE customer_id = $1 ORDER BY opened_at DESC""";
            case RECOVERIES -> """
                    SELECT id, state, papers, encode(papers_sealed, 'base64') AS sealed, face_reference AS "faceReference", proposed_at AS "proposedAt",
                           decided_at AS "decidedAt", completed_at AS "completedAt"
                    FROM account_recovery WHERE customer_id = $1 ORDER BY proposed_at DESC""";
            case SESSIONS -> """
                    SELECT id, device_name AS device, encode(device_name_sealed, 'base64') AS sealed, method, opened_at AS "openedAt", last_used_at AS "lastUsedAt",
                           ended_at AS "endedAt"
                    FROM session WHERE person_id = $1 ORDER BY opened_at DESC""";
            case PASSKEYS -> """
                    SELECT id, name, encode(name_sealed, 'base64') AS sealed, aaguid AS authenticator, attestation_format AS attestation,
                           attestation_trust AS "attestationTrust", transports, backed_up AS "backedUp",
                           enrolled_at AS "enrolledAt", last_used_at AS "lastUsedAt",
                           backup_changed_at AS "backupChangedAt", counter_went_back_at AS "counterWentBackAt",
                           revoked_at AS "revokedAt"
                    FROM passkey WHERE person_id = $1 ORDER BY enrolled_at DESC""";
            case PROOFS -> """
                    SELECT act, resource, method, state, opened_at AS "openedAt"
                    FROM verification WHERE person_id = $1 ORDER BY opened_at DESC""";
            case RISK_DECISIONS -> """
                    SELECT act, outcome, reason_$language AS reason, score, contributions, decided_at AS "decidedAt"
                    FROM risk_decision WHERE person_id = $1 ORDER BY decided_at DESC""";
            case HOLDS -> """
                    SELECT act, resource, amount AS "amountFen", reason_$language AS reason,
                           remedy_$language AS remedy, documents_$language AS documents,
                           state, held_at AS "heldAt",
                           decided_at AS "decidedAt", used_at AS "usedAt", appealed_at AS "appealedAt"
                    FROM risk_hold WHERE person_id = $1 ORDER BY held_at DESC""";
            case ALERTS -> """
                    SELECT kind, state, raised_at AS "raisedAt", closed_at AS "closedAt"
                    FROM risk_alert WHERE person_id = $1 ORDER BY raised_at DESC""";
            case ACCOUNT, ELSEWHERE -> throw new IllegalArgumentException(part + " is not gathered by SQL alone");
        };
    }
}
