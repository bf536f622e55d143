package io.anju.identity.verification;

import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Credentials;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Verifications, and the policies they are opened under. */
public interface VerificationStore {

    /** The version in force. */
    Uni<Optional<ActPolicy>> findPolicy(Tx tx, String act);

    /** How old what opens the account of a person is. */
    Uni<Credentials> credentials(Tx tx, UUID personId);

    Uni<Void> add(Tx tx, Verification.Pending verification);

    Uni<Optional<Verification>> find(Tx tx, UUID id);

    /** Locked until the transaction ends: two proofs at once are looked at one after the other. */
    Uni<Optional<Verification>> findForUpdate(Tx tx, UUID id);

    Uni<Optional<Verification.Proven>> findByToken(Tx tx, UUID tokenId);

    Uni<Void> save(Tx tx, Verification verification);

    /** Those of a person whose token can be fetched, now or later; newest first, those before this one. */
    Uni<List<Verification.Delayed>> listDelayed(Tx tx, UUID personId, Instant now, Optional<UUID> before, int limit);

    /**
     * Cancels what waits of a person.
     *
     * @param credentialId only what this passkey proved, base64url; empty for all
     */
    Uni<Void> cancelDelayed(Tx tx, UUID personId, Optional<String> credentialId, Instant now);

    /** Whatever of a person waits for its proof has expired from now on. */
    Uni<Void> endPending(Tx tx, UUID personId, Instant now);
}
