package io.anju.identity.signin.store;

import io.anju.identity.model.Phone;
import io.anju.identity.signin.SignInStore;
import io.anju.identity.signin.model.SignIn;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgSignIns implements SignInStore {

    private static final String PHONE = "sign_in.phone.";

    private final FieldCipher cipher;

    PgSignIns(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Produces
    @Singleton
    static SealedColumns sealed() {
        return new SealedColumns(List.of(new SealedColumn("sign_in", "phone_sealed", id -> PHONE + id)));
    }

    @Override
    public Uni<Void> add(Tx tx, SignIn.BySms signIn) {
        return Sql.write(
                tx,
                """
                INSERT INTO sign_in (id, method, phone_sealed, opened_at, expires_at, state)
                VALUES ($1, 'SMS', $2, $3, $4, 'PENDING')""",
                signIn.id(),
                cipher.encrypt(signIn.phone().digits(), PHONE + signIn.id()),
                signIn.openedAt(),
                signIn.expiresAt());
    }

    @Override
    public Uni<Void> add(Tx tx, SignIn.ByPasskey signIn) {
        return Sql.write(tx, """
                INSERT INTO sign_in (id, method, challenge, opened_at, expires_at, state)
                VALUES ($1, 'PASSKEY', $2, $3, $4, 'PENDING')""", signIn.id(), signIn.challenge(), signIn.openedAt(), signIn.expiresAt());
    }

    @Override
    public Uni<Optional<SignIn>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, this::read, "SELECT * FROM sign_in WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Void> save(Tx tx, SignIn.Over signIn) {
        return Sql.write(
                tx,
                "UPDATE sign_in SET state = $2 WHERE id = $1",
                signIn.id(),
                signIn.completed() ? "COMPLETED" : "FAILED");
    }

    private SignIn read(Row row) {
        UUID id = row.getUUID("id");
        if (!row.getString("state").equals("PENDING")) {
            return new SignIn.Over(id, row.getString("state").equals("COMPLETED"));
        }
        return row.getString("method").equals("SMS")
                ? new SignIn.BySms(
                        id,
                        new Phone(cipher.decrypt(Sql.bytes(row, "phone_sealed"), PHONE + id)),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "expires_at"))
                : new SignIn.ByPasskey(
                        id, row.getString("challenge"), Sql.instant(row, "opened_at"), Sql.instant(row, "expires_at"));
    }
}
