package io.anju.identity.realname.store;

import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.LookupColumn;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
    public Uni<Optional<RealName>> findByNumber(Tx tx, String idNumber) {
        return Sql.find(
                tx,
                this::read,
                "SELECT * FROM real_name WHERE id_number_hash = ANY ($1)",
                cipher.lookupHashes(idNumber, ID_NUMBER_HASH));
    }

    @Override
    public Uni<Boolean> add(Tx tx, RealName realName) {
        // While keys rotate one ID number has several hashes, and the unique one among them may be an older one.
        var hashes = cipher.lookupHashes(realName.idNumber(), ID_NUMBER_HASH);
        return Sql.lock(tx, hashes)
                .flatMap(locked -> Sql.update(
                        tx,
                        """
                        INSERT INTO real_name (customer_id, name_sealed, id_number_sealed, id_number_hash,
                                               id_number_hash_key, face_reference, checked_at)
                        SELECT $1, $2, $3, $4, $5, $6, $7
                        WHERE NOT EXISTS (SELECT FROM real_name WHERE id_number_hash = ANY ($8))
                        ON CONFLICT DO NOTHING""",
                        realName.customerId(),
                        cipher.encrypt(realName.name(), NAME + realName.customerId()),
                        cipher.encrypt(realName.idNumber(), ID_NUMBER + realName.customerId()),
                        cipher.lookupHash(realName.idNumber(), ID_NUMBER_HASH),
                        cipher.lookupKey(),
                        realName.faceReference(),
                        realName.checkedAt(),
                        hashes))
                .map(written -> written == 1);
    }

    @Produces
    @Singleton
    LookupColumn idNumbers() {
        return new LookupColumn(
                "real_name",
                "customer_id",
                "id_number_sealed",
                "id_number_hash",
                ID_NUMBER_HASH,
                (customer, kept) -> cipher.decrypt(kept, ID_NUMBER + customer));
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
