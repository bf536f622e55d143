package io.anju.identity.verification;

import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Verifications, and the policies they are opened under. */
public interface VerificationStore {

    /** The version in force. */
    Uni<Optional<ActPolicy>> findPolicy(Tx tx, String act);

    Uni<Void> add(Tx tx, Verification.Pending verification);

    Uni<Optional<Verification>> find(Tx tx, UUID id);

    /** Locked until the transaction ends: two proofs at once are looked at one after the other. */
    Uni<Optional<Verification>> findForUpdate(Tx tx, UUID id);

    Uni<Optional<Verification.Proven>> findByToken(Tx tx, UUID tokenId);

    Uni<Void> save(Tx tx, Verification verification);
}
