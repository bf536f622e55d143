package io.anju.identity.realname.store;

import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgRealNames implements RealNames {

    private static final String NAME = "real_name.name.";
    private static final String ID_NUMBER = "real_name.id_number.";
    private static final String ID_NUMBER_HASH = "real_name.id_number";

    private final FieldCipher cipher;

    PgRealNames(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Uni<Optional<RealName>> find(Tx tx, UUID customerId) {
        return Sql.find(tx, this::read, "SELECT * FROM real_name WHERE customer_id = $1", customerId);
    }

    @Override
    public Uni<Boolean> add(Tx tx, RealName realName) {
        return Sql.update(
                        tx,
                        """
                        INSERT INTO real_name (customer_id, name_sealed, id_number_sealed, id_number_hash,
                                               face_reference, checked_at)
                        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING""",
                        realName.customerId(),
                        cipher.encrypt(realName.name(), NAME + realName.customerId()),
                        cipher.encrypt(realName.idNumber(), ID_NUMBER + realName.customerId()),
                        hash(realName.idNumber()),
                        realName.faceReference(),
                        realName.checkedAt())
                .map(written -> written == 1);
    }

    private byte[] hash(String idNumber) {
        return cipher.lookupHash(idNumber, ID_NUMBER_HASH);
    }

    private RealName read(Row row) {
        UUID customer = row.getUUID("customer_id");
        return new RealName(
                customer,
                cipher.decrypt(Sql.bytes(row, "name_sealed"), NAME + customer),
                cipher.decrypt(Sql.bytes(row, "id_number_sealed"), ID_NUMBER + customer),
                row.getString("face_reference"),
                Sql.instant(row, "checked_at"));
    }
}
