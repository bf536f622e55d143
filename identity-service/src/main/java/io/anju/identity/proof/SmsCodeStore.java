package io.anju.identity.proof;

import io.anju.identity.proof.model.SendingCaps;
import io.anju.identity.proof.model.SmsCode;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The codes that were sent. */
public interface SmsCodeStore {

    /** For what and to whom a code goes, phone and address as keyed hashes. */
    record Key(SmsCodes.Purpose purpose, byte[] phoneHash, byte[] addressHash) {}

    /**
     * What was sent in the 24 hours before; one caller per phone at a time, until the transaction ends.
     *
     * @param together the purposes that share a pause and an allowance
     */
    Uni<SendingCaps.Sent> sentSince(Tx tx, Key key, Set<SmsCodes.Purpose> together, Instant now);

    Uni<Void> add(Tx tx, SmsCode.Pending code, Key key, Instant sentAt);

    /** Locked until the transaction ends, so that parallel guesses are counted one by one. */
    Uni<Optional<SmsCode>> findForUpdate(Tx tx, UUID operation);

    Uni<Void> save(Tx tx, SmsCode code);
}
