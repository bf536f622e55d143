package io.anju.identity.housekeeping;

import io.anju.kit.housekeeping.Removal;
import io.anju.kit.housekeeping.Removals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What goes once it has served its time. What the law has us keep (customers, acceptances, consents, access records,
 * decisions, verifications) is not among it.
 */
@ApplicationScoped
class ServedTheirTime implements Removals {

    private static final List<Removal> KINDS = List.of(
            // The caps look back 24 hours.
            Removal.of("codes", "sms_code", "id", "sent_at < now() - interval '2 days'"),
            // Sooner than their codes, by which an erasure finds them.
            Removal.of("registrations", "registration", "id", "expires_at < now() - interval '1 day'"),
            Removal.of("sign-ins", "sign_in", "id", "expires_at < now() - interval '1 day'"),
            Removal.of("changes of phone", "phone_change", "id", """
                    completed_at IS NULL AND expires_at < now() - interval '1 day'"""),
            Removal.of("enrolments", "passkey_enrolment", "person_id", "expires_at < now()"),
            Removal.of("assertions", "client_assertion", "client_id, jti", "expires_at < now()"),
            Removal.of(
                    "counts of failures", "failure_count", "subject", "last_failed_at < now() - interval '24 hours'"),
            Removal.of("failures", "risk_failure", "ctid", "failed_at < now() - interval '24 hours'"),
            // Kept as long as they serve to recognise a new place, no longer.
            Removal.of("sightings", "risk_sighting", "ctid", "last_seen_at < now() - interval '180 days'"),
            Removal.of("what was known to be bad", "risk_listed", "id", "until < now() - interval '30 days'"),
            // An ended or expired session gives nothing any more, whichever of its tokens comes back.
            Removal.of("refresh tokens", "refresh_token", "token_hash", """
                    EXISTS (SELECT FROM session s WHERE s.id = session_id
                            AND coalesce(s.ended_at, s.expires_at) < now() - interval '7 days')"""));

    @Override
    public List<Removal> kinds() {
        return KINDS;
    }
}
