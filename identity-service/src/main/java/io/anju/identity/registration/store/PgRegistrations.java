package io.anju.identity.registration.store;

import io.anju.identity.model.Phone;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.registration.RegistrationStore;
import io.anju.identity.registration.model.Registration;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.SealedColumn;
import io.anju.kit.crypto.SealedColumns;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgRegistrations implements RegistrationStore {

    private static final String PHONE = "registration.phone.";

    private final FieldCipher cipher;

    PgRegistrations(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Produces
    @Singleton
    static SealedColumns sealed() {
        return new SealedColumns(List.of(new SealedColumn("registration", "phone_sealed", id -> PHONE + id)));
    }

    @Override
    public Uni<Void> add(Tx tx, Registration.Pending registration) {
        return Sql.write(
                tx,
                """
                INSERT INTO registration (id, phone_sealed, opened_at, expires_at, state)
                VALUES ($1, $2, $3, $4, 'PENDING')""",
                registration.id(),
                cipher.encrypt(registration.phone().digits(), PHONE + registration.id()),
                registration.openedAt(),
                registration.expiresAt());
    }

    @Override
    public Uni<Optional<Registration>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, this::read, "SELECT * FROM registration WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Void> complete(Tx tx, Registration.Completed registration) {
        return Sql.write(
                tx,
                "UPDATE registration SET state = 'COMPLETED', customer_id = $2 WHERE id = $1",
                registration.id(),
                registration.customerId());
    }

    @Override
    public Uni<Void> accepted(Tx tx, UUID customerId, NoticeReference notice, Instant at) {
        return Sql.write(tx, """
                INSERT INTO notice_acceptance (customer_id, version, sha256, accepted_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT DO NOTHING""", customerId, notice.version(), notice.sha256(), at);
    }

    private Registration read(Row row) {
        UUID id = row.getUUID("id");
        return switch (row.getString("state")) {
            case "PENDING" ->
                new Registration.Pending(
                        id,
                        new Phone(cipher.decrypt(Sql.bytes(row, "phone_sealed"), PHONE + id)),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "expires_at"));
            case "COMPLETED" -> new Registration.Completed(id, row.getUUID("customer_id"));
            default -> throw new IllegalStateException("unknown state of registration " + id);
        };
    }
}
