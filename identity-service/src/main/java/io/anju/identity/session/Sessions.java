package io.anju.identity.session;

import io.anju.identity.model.ProofMethod;
import io.anju.identity.party.Standing;
import io.anju.identity.party.Standings;
import io.anju.identity.session.model.Rotation;
import io.anju.identity.session.model.Session;
import io.anju.identity.token.AccessClaims;
import io.anju.identity.token.Tokens;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opening, refreshing and ending sessions. */
@ApplicationScoped
public class Sessions {

    private final SessionStore store;
    private final RefreshTokens refreshTokens;
    private final Standings standings;
    private final Tokens tokens;
    private final SessionConfig config;
    private final Ids ids;
    private final BusinessClock clock;

    Sessions(
            SessionStore store,
            RefreshTokens refreshTokens,
            Standings standings,
            Tokens tokens,
            SessionConfig config,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.refreshTokens = refreshTokens;
        this.standings = standings;
        this.tokens = tokens;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A session that was opened.
     *
     * @param newDevice whether the app told of a device that this account has not seen before
     */
    public record Opened(IssuedTokens tokens, Standing person, boolean newDevice) {}

    /** Signs a person in on a device; they have proved themselves a moment ago. */
    public Uni<Opened> open(Tx tx, UUID personId, ProofMethod method, Device device) {
        Optional<byte[]> deviceHash = deviceHash(device);
        return standings
                .get(tx, personId)
                .flatMap(person -> isNew(tx, personId, deviceHash).flatMap(fresh -> {
                    var session = start(person, method, device, deviceHash);
                    String refreshToken = refreshTokens.first();
                    return store.add(tx, session, refreshTokens.atRest(refreshToken))
                            .flatMap(added -> issue(person, session.opening(), refreshToken))
                            .map(issued -> new Opened(issued, person, fresh));
                }));
    }

    private Uni<Boolean> isNew(Tx tx, UUID personId, Optional<byte[]> deviceHash) {
        return deviceHash
                .map(hash -> store.knowsDevice(tx, personId, hash).map(known -> !known))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Session.Live start(Standing person, ProofMethod method, Device device, Optional<byte[]> deviceHash) {
        Instant now = clock.now();
        Duration time = person.staff() ? config.staffTime() : config.customerTime();
        var opening = new Session.Opening(
                ids.next(), person.personId(), device.clientId(), method, deviceHash, device.name(), now);
        return new Session.Live(opening, now, now.plus(time));
    }

    /**
     * Exchanges a refresh token for its successor and a new access token. What it writes has to be kept even when it
     * gives nothing: that is how the session of a stolen token ends.
     */
    public Uni<Optional<IssuedTokens>> refresh(Tx tx, String shown, String clientId, Optional<String> deviceId) {
        byte[] hash = refreshTokens.atRest(shown);
        return store.findByToken(tx, hash)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : store.isCurrent(tx, refreshTokens.atRest(refreshTokens.successor(shown)))
                                .map(current -> Rotation.decide(
                                        found.get().session(),
                                        new Rotation.Shown(found.get().supersededAt(), current),
                                        clientId,
                                        deviceId.map(refreshTokens::deviceHash),
                                        clock.now()))
                                .flatMap(rotation ->
                                        carryOut(tx, rotation, found.get().session(), shown)));
    }

    /** Whether this refresh token is one of ours, live or not. */
    public Uni<Boolean> everIssued(Tx tx, String shown) {
        return store.findByToken(tx, refreshTokens.atRest(shown)).map(Optional::isPresent);
    }

    private Uni<Optional<IssuedTokens>> carryOut(Tx tx, Rotation rotation, Session session, String shown) {
        String next = refreshTokens.successor(shown);
        var opening = session.opening();
        Instant now = clock.now();
        return switch (rotation) {
            case Rotation.Advance() ->
                store.advance(tx, opening.id(), refreshTokens.atRest(shown), refreshTokens.atRest(next), now)
                        .flatMap(advanced -> give(tx, session, next));
            case Rotation.Repeat() -> give(tx, session, next);
            case Rotation.Reused() ->
                store.save(tx, ((Session.Live) session).end(Session.EndReason.TOKEN_REUSED, now))
                        .replaceWith(Optional.empty());
            case Rotation.Refuse() -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<IssuedTokens>> give(Tx tx, Session session, String refreshToken) {
        return store.save(tx, ((Session.Live) session).used(clock.now()))
                .flatMap(saved -> standings.get(tx, session.opening().personId()))
                .flatMap(person -> person.suspended()
                        ? Uni.createFrom().item(Optional.empty())
                        : issue(person, session.opening(), refreshToken).map(Optional::of));
    }

    private Uni<IssuedTokens> issue(Standing person, Session.Opening opening, String refreshToken) {
        var claims = new AccessClaims(
                person.personId().toString(),
                AccessClaims.API,
                opening.clientId(),
                person.roles(),
                person.scopes(),
                person.level(),
                Optional.of(new AccessClaims.SignIn(opening.method(), opening.at(), opening.id())),
                Optional.empty());
        return tokens.access(claims).map(minted -> new IssuedTokens(minted, refreshToken, person));
    }

    /** Ends the session of a refresh token; an unknown token changes nothing (RFC 7009 §2.2). */
    public Uni<Void> revoke(Tx tx, String refreshToken) {
        return store.findByToken(tx, refreshTokens.atRest(refreshToken))
                .flatMap(found -> found.isPresent() && found.get().session() instanceof Session.Live live
                        ? store.save(tx, live.end(Session.EndReason.SIGNED_OUT, clock.now()))
                        : Uni.createFrom().voidItem());
    }

    /** Live sessions, newest first. */
    public Uni<List<Session.Live>> list(Tx tx, UUID personId) {
        return store.listLive(tx, personId, clock.now());
    }

    /** False when the person has no such live session. */
    public Uni<Boolean> end(Tx tx, UUID personId, UUID sessionId) {
        Instant now = clock.now();
        return store.findLive(tx, personId, sessionId, now)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : store.save(tx, found.get().end(Session.EndReason.SIGNED_OUT, now))
                                .replaceWith(true));
    }

    /** Signs the person out everywhere. */
    public Uni<Integer> endAll(Tx tx, UUID personId) {
        return endAll(tx, personId, Session.EndReason.SIGNED_OUT);
    }

    /** Signs the person out everywhere, for a reason that is not theirs. */
    public Uni<Integer> endAll(Tx tx, UUID personId, Session.EndReason reason) {
        return store.endAll(tx, personId, reason, clock.now());
    }

    /** Keyed hash of a device, as its sessions have it; empty where the app tells of none. */
    public Optional<byte[]> deviceHash(Device device) {
        return device.id().map(refreshTokens::deviceHash);
    }
}
