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
     * @param newDevice whether this account has not seen the device before; one that the app does not name is never known
     */
    public record Opened(IssuedTokens tokens, Standing person, boolean newDevice) {}

    /** Signs a person in on a device; they have proved themselves a moment ago. */
    public Uni<Opened> open(Tx tx, UUID personId, ProofMethod method, Device device) {
        Optional<byte[]> deviceHash = deviceHash(device);
        return standings
                .get(tx, personId)
                .flatMap(person -> isNew(tx, personId, device).flatMap(fresh -> {
                    var session = start(person, method, device, deviceHash);
                    String refreshToken = refreshTokens.first();
                    return store.add(tx, session, atRest(refreshToken, device.key()))
                            .flatMap(added -> issue(person, session.opening(), refreshToken, device.key()))
                            .map(issued -> new Opened(issued, person, fresh));
                }));
    }

    private Uni<Boolean> isNew(Tx tx, UUID personId, Device device) {
        return device.id()
                .map(refreshTokens::deviceHashes)
                .map(hashes -> store.knowsDevice(tx, personId, hashes).map(known -> !known))
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    private Session.Live start(Standing person, ProofMethod method, Device device, Optional<byte[]> deviceHash) {
        Instant now = clock.now();
        Duration time = person.staff() ? config.staffTime() : config.customerTime();
        var opening = new Session.Opening(
                ids.next(),
                person.personId(),
                device.clientId(),
                method,
                deviceHash,
                device.name(),
                device.declaresKey(),
                now);
        return new Session.Live(opening, now, now.plus(time));
    }

    /**
     * Whether this device may not have what it asks for: bearer tokens, which its client never gets or which it has once
     * declared that it does not want.
     */
    public Uni<Boolean> lacksKey(Tx tx, UUID personId, Device device) {
        if (device.key().isPresent()) {
            return Uni.createFrom().item(false);
        }
        if (device.declaresKey() || needsKey(device.clientId())) {
            return Uni.createFrom().item(true);
        }
        return device.id()
                .map(refreshTokens::deviceHashes)
                .map(hashes -> store.hasDeclaredKey(tx, personId, hashes))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /**
     * Has the sessions of this device under its hash of today. While look-up keys change, older ones are under that of an
     * older key; only the device tells its id, so that this is done whenever it comes.
     */
    public Uni<Void> recognise(Tx tx, UUID personId, Optional<String> deviceId) {
        return deviceId.map(id -> {
                    var hashes = refreshTokens.deviceHashes(id);
                    return hashes.size() > 1
                            ? store.rehashDevice(tx, personId, hashes, refreshTokens.deviceHash(id))
                            : Uni.createFrom().voidItem();
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private boolean needsKey(String clientId) {
        return config.keyBoundClients().filter(ids -> ids.contains(clientId)).isPresent();
    }

    /**
     * Who shows a refresh token.
     *
     * @param key thumbprint of the key that they have just proved to hold
     */
    public record Presenter(String clientId, Optional<String> deviceId, Optional<String> key) {}

    /** What comes of showing a refresh token. */
    public sealed interface Refreshed {

        /** Its successor and a new access token. */
        record Given(IssuedTokens tokens) implements Refreshed {}

        /** Nothing: it is not good, or not for who shows it. */
        record NotGood() implements Refreshed {}

        /** Nothing without a proof of possession. */
        record ProofMissing() implements Refreshed {}
    }

    /**
     * Exchanges a refresh token for its successor and a new access token. What it writes has to be kept even when it
     * gives nothing: that is how the session of a stolen token ends.
     */
    public Uni<Refreshed> refresh(Tx tx, String shown, Presenter by) {
        return store.findByToken(tx, refreshTokens.atRest(shown))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Refreshed.NotGood())
                        : decide(tx, found.get(), shown, by)
                                .flatMap(rotation ->
                                        carryOut(tx, rotation, found.get().session(), shown, by)));
    }

    private Uni<Rotation> decide(Tx tx, SessionStore.Found found, String shown, Presenter by) {
        var presenter = new Rotation.Presenter(
                by.clientId(),
                by.deviceId().map(refreshTokens::deviceHashes).orElse(List.of()),
                by.key(),
                needsKey(by.clientId()));
        return store.isCurrent(tx, atRest(refreshTokens.successor(shown), by.key()))
                .map(current -> Rotation.decide(
                        found.session(),
                        new Rotation.Shown(found.supersededAt(), current, found.key()),
                        presenter,
                        clock.now()));
    }

    /** Whether this refresh token is one of ours, live or not. */
    public Uni<Boolean> everIssued(Tx tx, String shown) {
        return store.findByToken(tx, refreshTokens.atRest(shown)).map(Optional::isPresent);
    }

    private Uni<Refreshed> carryOut(Tx tx, Rotation rotation, Session session, String shown, Presenter by) {
        String next = refreshTokens.successor(shown);
        Instant now = clock.now();
        return switch (rotation) {
            case Rotation.Advance() ->
                store.advance(tx, session, refreshTokens.atRest(shown), atRest(next, by.key()), now)
                        .flatMap(advanced -> give(tx, session, next, by));
            case Rotation.Repeat() -> give(tx, session, next, by);
            case Rotation.Reused() ->
                store.save(tx, ((Session.Live) session).end(Session.EndReason.TOKEN_REUSED, now))
                        .replaceWith(new Refreshed.NotGood());
            case Rotation.Refuse() -> Uni.createFrom().item(new Refreshed.NotGood());
            case Rotation.RefuseWithoutProof() -> Uni.createFrom().item(new Refreshed.ProofMissing());
        };
    }

    private Uni<Refreshed> give(Tx tx, Session session, String refreshToken, Presenter by) {
        return store.save(tx, ((Session.Live) session).used(clock.now()))
                .flatMap(saved -> recognise(tx, session.opening().personId(), by.deviceId()))
                .flatMap(known -> standings.get(tx, session.opening().personId()))
                .flatMap(person -> person.suspended()
                        ? Uni.createFrom().item(new Refreshed.NotGood())
                        : issue(person, session.opening(), refreshToken, by.key())
                                .map(Refreshed.Given::new));
    }

    /** RFC 9449 §5: "the refresh token MUST be bound to the respective public key". */
    private SessionStore.Next atRest(String refreshToken, Optional<String> key) {
        return new SessionStore.Next(refreshTokens.atRest(refreshToken), key);
    }

    private Uni<IssuedTokens> issue(
            Standing person, Session.Opening opening, String refreshToken, Optional<String> key) {
        var claims = new AccessClaims(
                person.personId().toString(),
                AccessClaims.API,
                opening.clientId(),
                person.roles(),
                person.scopes(),
                person.level(),
                Optional.of(new AccessClaims.SignIn(opening.method(), opening.at(), opening.id())),
                Optional.empty());
        return tokens.access(claims.boundTo(key)).map(minted -> new IssuedTokens(minted, refreshToken, person));
    }

    /**
     * Ends the session of a refresh token. A token that is unknown changes nothing (RFC 7009 §2.2), nor does one that is
     * bound to another key than is shown: who has it has stolen nothing that opens, and must not be able to throw anybody out.
     *
     * @param key thumbprint of the key that the caller has just proved to hold
     */
    public Uni<Void> revoke(Tx tx, String refreshToken, Optional<String> key) {
        return store.findByToken(tx, refreshTokens.atRest(refreshToken))
                .map(found -> found.filter(token -> Rotation.opensTo(token.key(), key)))
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
