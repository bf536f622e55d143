package io.anju.identity.export.store;

import io.anju.identity.export.model.Part;

/** What each part is gathered by: one JSON array of the newest entries. */
final class PartQueries {

    // Nobody reads more, and a transaction must end.
    private static final int ENTRIES_MAX = 10_000;

    private PartQueries() {}

    static String of(Part part) {
        return "SELECT coalesce(jsonb_agg(to_jsonb(entry)), '[]')::text FROM (%s LIMIT %d) entry"
                .formatted(entries(part), ENTRIES_MAX);
    }

    private static String entries(Part part) {
        return switch (part) {
            case NOTICES -> """
                    SELECT version, sha256, accepted_at AS "acceptedAt" FROM notice_acceptance
                    WHERE customer_id = $1 ORDER BY accepted_at DESC""";
            case CONSENTS -> """
                    SELECT purpose, purpose_version AS version, channel, decision, decided_at AS "decidedAt",
                           receipt_id AS "receiptId", document AS receipt
                    FROM consent WHERE customer_id = $1 ORDER BY ordinal DESC""";
            case ACCESS_RECORDS -> """
                    SELECT reader, reader_kind AS "readerKind", purpose, fields, read_at AS "readAt"
                    FROM access_record WHERE customer_id = $1 ORDER BY id DESC""";
            case CONTACTS -> """
                    SELECT agency, purpose, channel, code, decided_at AS "decidedAt"
                    FROM contact_audit WHERE customer_id = $1 ORDER BY decided_at DESC""";
            case SESSIONS -> """
                    SELECT device_name AS device, method, opened_at AS "openedAt", last_used_at AS "lastUsedAt",
                           ended_at AS "endedAt"
                    FROM session WHERE person_id = $1 ORDER BY opened_at DESC""";
            case PASSKEYS -> """
                    SELECT name, aaguid AS authenticator, attestation_format AS attestation,
                           attestation_trust AS "attestationTrust", transports, backed_up AS "backedUp",
                           enrolled_at AS "enrolledAt", last_used_at AS "lastUsedAt",
                           backup_changed_at AS "backupChangedAt", counter_went_back_at AS "counterWentBackAt",
                           revoked_at AS "revokedAt"
                    FROM passkey WHERE person_id = $1 ORDER BY enrolled_at DESC""";
            case PROOFS -> """
                    SELECT act, resource, method, state, opened_at AS "openedAt"
                    FROM verification WHERE person_id = $1 ORDER BY opened_at DESC""";
            case RISK_DECISIONS -> """
                    SELECT act, outcome, decided_at AS "decidedAt"
                    FROM risk_decision WHERE person_id = $1 ORDER BY decided_at DESC""";
            case ACCOUNT, ELSEWHERE -> throw new IllegalArgumentException(part + " is not gathered by SQL alone");
        };
    }
}
