package io.anju.identity.session.store;

import io.anju.identity.freetext.FreeText;
import io.anju.identity.freetext.FreeTexts;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.session.SessionStore;
import io.anju.identity.session.model.Session;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgSessions implements SessionStore {

    private static final int DEVICES_SHOWN = 100;

    private final FreeTexts texts;

    PgSessions(FreeTexts texts) {
        this.texts = texts;
    }

    @Override
    public Uni<Void> add(Tx tx, Session.Live session, Next token) {
        var opening = session.opening();
        return Sql.write(
                        tx,
                        """
                        INSERT INTO session (id, person_id, client_id, method, device_hash, device_name_sealed, declares_key,
                                             opened_at, last_used_at, expires_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                        opening.id(),
                        opening.personId(),
                        opening.clientId(),
                        opening.method(),
                        opening.deviceHash().orElse(null),
                        texts.seal(FreeText.DEVICE_NAME, opening.id(), opening.deviceName()),
                        opening.declaresKey(),
                        opening.at(),
                        session.lastUsedAt(),
                        session.expiresAt())
                .flatMap(added -> addToken(tx, opening, token, opening.at()));
    }

    private Uni<Void> addToken(Tx tx, Session.Opening opening, Next token, Instant now) {
        return Sql.write(tx, """
                INSERT INTO refresh_token (token_hash, session_id, issued_at, key_thumbprint, declares_key)
                VALUES ($1, $2, $3, $4, $5)""", token.hash(), opening.id(), now, token.key().orElse(null), opening.declaresKey());
    }

    @Override
    public Uni<Optional<Found>> findByToken(Tx tx, byte[] tokenHash) {
        // The session's lock first: what the token says is only true once nobody else is rotating.
        return Sql.write(tx, """
                        SELECT 1 FROM session WHERE id = (SELECT session_id FROM refresh_token WHERE token_hash = $1)
                        FOR UPDATE""", (Object) tokenHash)
                .flatMap(locked -> Sql.find(
                        tx,
                        row -> new Found(
                                read(row),
                                Optional.ofNullable(Sql.instantOrNull(row, "superseded_at")),
                                Optional.ofNullable(row.getString("key_thumbprint"))),
                        """
                        SELECT s.*, t.superseded_at, t.key_thumbprint FROM refresh_token t JOIN session s ON s.id = t.session_id
                        WHERE t.token_hash = $1""",
                        (Object) tokenHash));
    }

    @Override
    public Uni<Boolean> isCurrent(Tx tx, Next token) {
        return Sql.find(tx, row -> true, """
                        SELECT 1 FROM refresh_token WHERE token_hash = $1 AND superseded_at IS NULL
                        AND key_thumbprint IS NOT DISTINCT FROM $2""", token.hash(), token.key().orElse(null))
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Void> advance(Tx tx, Session session, byte[] shown, Next next, Instant now) {
        return Sql.write(tx, "UPDATE refresh_token SET superseded_at = $2 WHERE token_hash = $1", shown, now)
                .flatMap(superseded -> addToken(tx, session.opening(), next, now));
    }

    @Override
    public Uni<Void> save(Tx tx, Session session) {
        UUID id = session.opening().id();
        return switch (session) {
            case Session.Live live ->
                Sql.write(tx, "UPDATE session SET last_used_at = $2 WHERE id = $1", id, live.lastUsedAt());
            case Session.Ended ended ->
                Sql.write(
                        tx,
                        "UPDATE session SET ended_at = $2, ended_because = $3 WHERE id = $1",
                        id,
                        ended.at(),
                        ended.reason());
        };
    }

    @Override
    public Uni<List<Session.Live>> listLive(Tx tx, UUID personId, Instant now) {
        return Sql.list(tx, this::readLive, """
                SELECT * FROM session WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2
                ORDER BY opened_at DESC LIMIT $3""", personId, now, DEVICES_SHOWN);
    }

    @Override
    public Uni<Optional<Session.Live>> findLive(Tx tx, UUID personId, UUID sessionId, Instant now) {
        return Sql.find(tx, this::readLive, """
                SELECT * FROM session WHERE id = $1 AND person_id = $2 AND ended_at IS NULL AND expires_at > $3
                FOR UPDATE""", sessionId, personId, now);
    }

    @Override
    public Uni<Boolean> knowsDevice(Tx tx, UUID personId, List<byte[]> deviceHashes) {
        return Sql.find(
                        tx,
                        row -> true,
                        "SELECT 1 FROM session WHERE person_id = $1 AND device_hash = ANY ($2) LIMIT 1",
                        personId,
                        deviceHashes)
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Boolean> hasDeclaredKey(Tx tx, UUID personId, List<byte[]> deviceHashes) {
        return Sql.find(
                        tx,
                        row -> true,
                        "SELECT 1 FROM session WHERE person_id = $1 AND device_hash = ANY ($2) AND declares_key LIMIT 1",
                        personId,
                        deviceHashes)
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Void> rehashDevice(Tx tx, UUID personId, List<byte[]> deviceHashes, byte[] deviceHash) {
        return Sql.write(tx, """
                UPDATE session SET device_hash = $3
                WHERE person_id = $1 AND device_hash = ANY ($2) AND device_hash <> $3""", personId, deviceHashes, deviceHash);
    }

    @Override
    public Uni<Integer> endAll(Tx tx, UUID personId, Session.EndReason reason, Instant now) {
        return Sql.update(
                tx,
                "UPDATE session SET ended_at = $2, ended_because = $3 WHERE person_id = $1 AND ended_at IS NULL",
                personId,
                now,
                reason);
    }

    private Session read(Row row) {
        Instant endedAt = Sql.instantOrNull(row, "ended_at");
        return endedAt == null
                ? readLive(row)
                : new Session.Ended(
                        readOpening(row),
                        Sql.instant(row, "last_used_at"),
                        endedAt,
                        Sql.constant(row, "ended_because", Session.EndReason.class));
    }

    private Session.Live readLive(Row row) {
        return new Session.Live(readOpening(row), Sql.instant(row, "last_used_at"), Sql.instant(row, "expires_at"));
    }

    private Session.Opening readOpening(Row row) {
        return new Session.Opening(
                row.getUUID("id"),
                row.getUUID("person_id"),
                row.getString("client_id"),
                Sql.constant(row, "method", ProofMethod.class),
                Optional.ofNullable(row.getDelegate().getBuffer("device_hash")).map(Buffer::getBytes),
                texts.read(FreeText.DEVICE_NAME, row),
                row.getBoolean("declares_key"),
                Sql.instant(row, "opened_at"));
    }
}
