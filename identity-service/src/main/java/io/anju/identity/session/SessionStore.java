package io.anju.identity.session;

import io.anju.identity.session.model.Session;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions and their refresh tokens, those by hash only. */
public interface SessionStore {

    /**
     * A refresh token and the session it belongs to.
     *
     * @param key thumbprint of the key that the token is bound to
     */
    record Found(Session session, Optional<Instant> supersededAt, Optional<String> key) {}

    /**
     * A refresh token that is to be kept.
     *
     * @param key thumbprint of the key that it is bound to
     */
    record Next(byte[] hash, Optional<String> key) {}

    Uni<Void> add(Tx tx, Session.Live session, Next token);

    /** Locks the session until the transaction ends. */
    Uni<Optional<Found>> findByToken(Tx tx, byte[] tokenHash);

    /** Whether this token is the current one of its session, and bound to just this key or to none. */
    Uni<Boolean> isCurrent(Tx tx, Next token);

    /** Supersedes one token by the next. */
    Uni<Void> advance(Tx tx, Session session, byte[] shown, Next next, Instant now);

    Uni<Void> save(Tx tx, Session session);

    /** Newest first, live ones only. */
    Uni<List<Session.Live>> listLive(Tx tx, UUID personId, Instant now);

    Uni<Optional<Session.Live>> findLive(Tx tx, UUID personId, UUID sessionId, Instant now);

    /**
     * Whether the person has signed in with this device before.
     *
     * @param deviceHashes the device under every look-up key
     */
    Uni<Boolean> knowsDevice(Tx tx, UUID personId, List<byte[]> deviceHashes);

    /** Whether the person has signed in with this device before and declared that it wants no bearer tokens. */
    Uni<Boolean> hasDeclaredKey(Tx tx, UUID personId, List<byte[]> deviceHashes);

    /** Has all sessions that the person opened on one device under one hash of it, whatever key they were opened with. */
    Uni<Void> rehashDevice(Tx tx, UUID personId, List<byte[]> deviceHashes, byte[] deviceHash);

    /** Ends all live ones of a person. */
    Uni<Integer> endAll(Tx tx, UUID personId, Session.EndReason reason, Instant now);
}
