package io.anju.identity.realname.store;

import io.anju.identity.datakey.DataKey;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.SealedRow;
import io.anju.identity.datakey.model.KeyKind;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgRealNames implements RealNames {

    private static final String NAME = "real_name.name.";
    private static final String ID_NUMBER = "real_name.id_number.";
    private static final String ID_NUMBER_HASH = "real_name.id_number";

    private final FieldCipher cipher;
    private final DataKeys dataKeys;

    PgRealNames(FieldCipher cipher, DataKeys dataKeys) {
        this.cipher = cipher;
        this.dataKeys = dataKeys;
    }

    @Override
    public Uni<Optional<RealName>> find(Tx tx, UUID customerId) {
        return dataKeys.find(tx, customerId, KeyKind.IDENTITY)
                .flatMap(key -> Sql.find(
                        tx,
                        row -> read(row, key),
                        "SELECT * FROM real_name WHERE customer_id = $1 AND id_number_hash IS NOT NULL",
                        customerId));
    }

    @Override
    public Uni<Optional<RealName>> findByNumber(Tx tx, String idNumber) {
        return Sql.find(
                        tx,
                        row -> row.getUUID("customer_id"),
                        "SELECT customer_id FROM real_name WHERE id_number_hash = ANY ($1)",
                        cipher.lookupHashes(idNumber, ID_NUMBER_HASH))
                .flatMap(customer -> customer.map(id -> find(tx, id))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<Boolean> add(Tx tx, RealName realName) {
        // While keys rotate one ID number has several hashes, and the unique one among them may be an older one.
        var hashes = cipher.lookupHashes(realName.idNumber(), ID_NUMBER_HASH);
        return Sql.lock(tx, hashes)
                .flatMap(locked -> dataKeys.obtain(tx, realName.customerId(), KeyKind.IDENTITY))
                .flatMap(key -> insert(tx, realName, key, hashes))
                .map(written -> written == 1);
    }

    private Uni<Integer> insert(Tx tx, RealName realName, DataKey key, List<byte[]> hashes) {
        return Sql.update(
                tx,
                """
                INSERT INTO real_name (customer_id, name_sealed, id_number_sealed, id_number_hash,
                                       id_number_hash_key, face_reference, checked_at)
                SELECT $1, $2, $3, $4, $5, $6, $7
                WHERE NOT EXISTS (SELECT FROM real_name WHERE id_number_hash = ANY ($8))
                ON CONFLICT DO NOTHING""",
                realName.customerId(),
                key.sealText(realName.name(), NAME + realName.customerId()),
                key.sealText(realName.idNumber(), ID_NUMBER + realName.customerId()),
                cipher.lookupHash(realName.idNumber(), ID_NUMBER_HASH),
                cipher.lookupKey(),
                realName.faceReference(),
                realName.checkedAt(),
                hashes);
    }

    @Override
    public Uni<Void> correct(Tx tx, RealName realName) {
        UUID customer = realName.customerId();
        return dataKeys.obtain(tx, customer, KeyKind.IDENTITY)
                .flatMap(key -> Sql.write(
                        tx,
                        """
                        UPDATE real_name SET name_sealed = $2, id_number_sealed = $3, face_reference = $4,
                            corrected_at = $5
                        WHERE customer_id = $1""",
                        customer,
                        key.sealText(realName.name(), NAME + customer),
                        key.sealText(realName.idNumber(), ID_NUMBER + customer),
                        realName.faceReference(),
                        realName.checkedAt()));
    }

    @Override
    public Uni<Void> restrict(Tx tx, UUID customerId) {
        return Sql.write(tx, "UPDATE real_name SET id_number_hash = NULL WHERE customer_id = $1", customerId);
    }

    @Override
    public Uni<Void> erase(Tx tx, UUID customerId) {
        return Sql.write(tx, """
                UPDATE real_name SET name_sealed = NULL, id_number_sealed = NULL, id_number_hash = NULL,
                    face_reference = NULL
                WHERE customer_id = $1""", customerId);
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
                (tx, customer, kept) -> dataKeys.find(tx, customer, KeyKind.IDENTITY)
                        .map(key -> open(key, kept, ID_NUMBER + customer)));
    }

    @Produces
    @Singleton
    SealedRow sealedNames() {
        return new SealedRow(
                KeyKind.IDENTITY,
                "real_name",
                "customer_id",
                Map.of(
                        "name_sealed", customer -> NAME + customer,
                        "id_number_sealed", customer -> ID_NUMBER + customer));
    }

    /** Without a key it is a value from before customers had one; see {@link io.anju.identity.datakey.Resealing}. */
    private String open(Optional<DataKey> key, byte[] sealed, String context) {
        return key.map(own -> own.openText(sealed, context)).orElseGet(() -> cipher.decrypt(sealed, context));
    }

    private RealName read(Row row, Optional<DataKey> key) {
        UUID customer = row.getUUID("customer_id");
        return new RealName(
                customer,
                open(key, Sql.bytes(row, "name_sealed"), NAME + customer),
                open(key, Sql.bytes(row, "id_number_sealed"), ID_NUMBER + customer),
                row.getString("face_reference"),
                Sql.instant(row, "checked_at"));
    }
}
