package io.anju.identity.proof.store;

import io.anju.identity.proof.SmsCodeStore;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.proof.model.SendingCaps;
import io.anju.identity.proof.model.SmsCode;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PgSmsCodes implements SmsCodeStore {

    private static final Duration WINDOW = Duration.ofHours(24);

    @Override
    public Uni<SendingCaps.Sent> sentSince(Tx tx, Key key, Set<SmsCodes.Purpose> together, Instant now) {
        return Sql.write(tx, "SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 9))", key.phoneHash())
                .flatMap(locked -> Sql.find(
                        tx, PgSmsCodes::readSent, """
                        SELECT phone.last_sent_at, phone.sent AS to_phone,
                               (SELECT count(*) FROM sms_code WHERE address_hash = $2 AND sent_at > $4) AS from_address
                        FROM (SELECT max(sent_at) AS last_sent_at, count(*) AS sent FROM sms_code
                              WHERE phone_hash = $1 AND purpose = ANY ($3) AND sent_at > $4) phone""", key.phoneHash(), key.addressHash(), together, now.minus(WINDOW)))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> add(Tx tx, SmsCode.Pending code, Key key, Instant sentAt) {
        return Sql.write(
                tx,
                """
                INSERT INTO sms_code (id, purpose, phone_hash, address_hash, code_hash, sent_at, expires_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 'PENDING')""",
                code.id(),
                key.purpose(),
                key.phoneHash(),
                key.addressHash(),
                code.hash(),
                sentAt,
                code.expiresAt());
    }

    @Override
    public Uni<Optional<SmsCode>> findForUpdate(Tx tx, UUID operation) {
        return Sql.find(tx, PgSmsCodes::read, "SELECT * FROM sms_code WHERE id = $1 FOR UPDATE", operation);
    }

    @Override
    public Uni<Void> save(Tx tx, SmsCode code) {
        return switch (code) {
            case SmsCode.Pending pending ->
                Sql.write(tx, "UPDATE sms_code SET tries = $2 WHERE id = $1", pending.id(), pending.tries());
            case SmsCode.Used(UUID id) -> Sql.write(tx, "UPDATE sms_code SET state = 'USED' WHERE id = $1", id);
            case SmsCode.Spent(UUID id) ->
                Sql.write(tx, "UPDATE sms_code SET state = 'SPENT', tries = $2 WHERE id = $1", id, SmsCode.TRIES);
        };
    }

    private static SendingCaps.Sent readSent(Row row) {
        return new SendingCaps.Sent(
                Optional.ofNullable(Sql.instantOrNull(row, "last_sent_at")),
                row.getInteger("to_phone"),
                row.getInteger("from_address"));
    }

    private static SmsCode read(Row row) {
        UUID id = row.getUUID("id");
        return switch (row.getString("state")) {
            case "PENDING" ->
                new SmsCode.Pending(
                        id, Sql.bytes(row, "code_hash"), Sql.instant(row, "expires_at"), row.getInteger("tries"));
            case "USED" -> new SmsCode.Used(id);
            case "SPENT" -> new SmsCode.Spent(id);
            default -> throw new IllegalStateException("unknown state of sms_code " + id);
        };
    }
}
