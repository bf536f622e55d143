package io.anju.identity.passkey.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of a person: the public half of a key pair that never leaves the authenticator.
 *
 * <pre>
 * Enrolled ──revoke──▶ Revoked      (stays as a record, signs in nobody)
 * </pre>
 */
public sealed interface Passkey {

    /** What never changes. */
    Credential credential();

    /** The person's own name for it. */
    String name();

    Instant enrolledAt();

    /**
     * The credential as the authenticator made it.
     *
     * @param id our id of it
     * @param personId whose it is
     * @param credentialId the authenticator's id, 16 to 1023 bytes
     * @param publicKey COSE_Key (RFC 9053)
     * @param algorithm COSE algorithm: -7 ES256, -8 EdDSA, -257 RS256
     * @param aaguid model of the authenticator, all zeros when it does not tell
     * @param backupEligible whether it may be synchronised to other devices; never changes (WebAuthn 3 §6.1.3)
     * @param attestation what its maker said of it
     */
    record Credential(
            UUID id,
            UUID personId,
            byte[] credentialId,
            byte[] publicKey,
            int algorithm,
            UUID aaguid,
            boolean backupEligible,
            List<String> transports,
            Attestation attestation) {

        public Credential {
            transports = List.copyOf(transports);
        }
    }

    /**
     * Usable.
     *
     * @param signCount of the last signature; zero for authenticators that do not count
     * @param backedUp whether it was on more than one device at its last use
     * @param counterWentBackAt when a signature was last refused because its counter had gone back: there may be a clone
     * @param backupChangedAt when it was last seen to be synchronised to other devices, or no longer
     */
    record Enrolled(
            Credential credential,
            String name,
            long signCount,
            boolean backedUp,
            Instant enrolledAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> counterWentBackAt,
            Optional<Instant> backupChangedAt)
            implements Passkey {

        /**
         * After a signature with this counter.
         *
         * <p>Source: WebAuthn Level 3 §7.2 step 22: "If authData.signCount is nonzero or credentialRecord.signCount is
         * nonzero […] less than or equal to credentialRecord.signCount: This is a signal, but not proof, that the
         * authenticator may be cloned." A bank takes the signal as a no.
         */
        public Result<Enrolled, PasskeyRefusal> signed(long count, boolean nowBackedUp, Instant now) {
            if ((count != 0 || signCount != 0) && count <= signCount) {
                return Result.refused(new PasskeyRefusal.CounterWentBack(credential.id()));
            }
            return Result.ok(new Enrolled(
                    credential,
                    name,
                    count,
                    nowBackedUp,
                    enrolledAt,
                    Optional.of(now),
                    counterWentBackAt,
                    nowBackedUp == backedUp ? backupChangedAt : Optional.of(now)));
        }

        public Revoked revoke(Instant now) {
            return new Revoked(credential, name, enrolledAt, now);
        }
    }

    /** Signs in nobody any more. */
    record Revoked(Credential credential, String name, Instant enrolledAt, Instant revokedAt) implements Passkey {}
}
