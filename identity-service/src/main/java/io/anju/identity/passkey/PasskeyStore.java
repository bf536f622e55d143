package io.anju.identity.passkey;

import io.anju.identity.passkey.model.Passkey;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passkeys, and the challenges of enrolments under way. */
public interface PasskeyStore {

    /** All of a person, revoked ones too, oldest first. */
    Uni<List<Passkey>> list(Tx tx, UUID personId);

    /** Locked until the transaction ends, so that a counter is compared with the latest one. */
    Uni<Optional<Passkey.Enrolled>> findEnrolledForUpdate(Tx tx, byte[] credentialId);

    /** False when the credential id is taken. */
    Uni<Boolean> add(Tx tx, Passkey.Enrolled passkey);

    Uni<Void> save(Tx tx, Passkey passkey);

    Uni<Void> rename(Tx tx, UUID id, String name);

    /** Writes down that a signature's counter had gone back. */
    Uni<Void> counterWentBack(Tx tx, UUID id, Instant at);

    /** Revokes all that are not; how many. */
    Uni<Integer> revokeAll(Tx tx, UUID personId, Instant now);

    /** Opens the one challenge of a person; an older one is gone with it. */
    Uni<Void> openChallenge(Tx tx, UUID personId, String challenge, Instant expiresAt);

    /** Keeps the open challenge open until then; nothing when there is none. */
    Uni<Void> keepChallenge(Tx tx, UUID personId, Instant now, Instant until);

    /** Takes the open challenge away, so that it answers once. */
    Uni<Optional<String>> takeChallenge(Tx tx, UUID personId, Instant now);

    /** Ends the enrolment that is open, if there is one. */
    Uni<Void> dropChallenge(Tx tx, UUID personId);
}
