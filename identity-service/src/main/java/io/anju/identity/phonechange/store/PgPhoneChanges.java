package io.anju.identity.phonechange.store;

import io.anju.identity.model.Phone;
import io.anju.identity.phonechange.PhoneChangeStore;
import io.anju.identity.phonechange.model.PhoneChange;
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
class PgPhoneChanges implements PhoneChangeStore {

    private static final String PHONE = "phone_change.phone.";

    private final FieldCipher cipher;

    PgPhoneChanges(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Produces
    @Singleton
    static SealedColumns sealed() {
        return new SealedColumns(List.of(new SealedColumn("phone_change", "phone_sealed", id -> PHONE + id)));
    }

    @Override
    public Uni<Void> add(Tx tx, PhoneChange.Pending change) {
        return Sql.write(
                tx,
                """
                INSERT INTO phone_change (id, customer_id, phone_sealed, opened_at, expires_at)
                VALUES ($1, $2, $3, $4, $5)""",
                change.id(),
                change.customerId(),
                cipher.encrypt(change.phone().digits(), PHONE + change.id()),
                change.openedAt(),
                change.expiresAt());
    }

    @Override
    public Uni<Optional<PhoneChange>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, this::read, "SELECT * FROM phone_change WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Void> save(Tx tx, PhoneChange.Completed change) {
        return Sql.write(
                tx,
                "UPDATE phone_change SET completed_at = $2, phone_sealed = NULL WHERE id = $1",
                change.id(),
                change.at());
    }

    @Override
    public Uni<Void> endOpen(Tx tx, UUID customerId, Instant now) {
        return Sql.write(
                tx,
                "UPDATE phone_change SET expires_at = $2 WHERE customer_id = $1 AND completed_at IS NULL AND expires_at > $2",
                customerId,
                now);
    }

    private PhoneChange read(Row row) {
        UUID id = row.getUUID("id");
        UUID customer = row.getUUID("customer_id");
        Instant completedAt = Sql.instantOrNull(row, "completed_at");
        return completedAt != null
                ? new PhoneChange.Completed(id, customer, completedAt)
                : new PhoneChange.Pending(
                        id,
                        customer,
                        new Phone(cipher.decrypt(Sql.bytes(row, "phone_sealed"), PHONE + id)),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "expires_at"));
    }
}
