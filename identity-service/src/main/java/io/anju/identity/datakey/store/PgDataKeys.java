package io.anju.identity.datakey.store;

import io.anju.identity.datakey.DataKey;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.SealedColumn;
import io.anju.kit.crypto.SealedColumns;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgDataKeys implements DataKeys {

    private final FieldCipher cipher;
    private final BusinessClock clock;

    PgDataKeys(FieldCipher cipher, BusinessClock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Uni<DataKey> obtain(Tx tx, UUID customerId, KeyKind kind) {
        return find(tx, customerId, kind)
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : add(tx, customerId, kind).flatMap(added -> find(tx, customerId, kind)))
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("the data key of " + customerId + " is destroyed")));
    }

    // Of two that make the first one the later finds the earlier's.
    private Uni<Void> add(Tx tx, UUID customerId, KeyKind kind) {
        return Sql.write(
                tx,
                """
                INSERT INTO data_key (customer_id, kind, key_sealed, created_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT DO NOTHING""",
                customerId,
                kind,
                cipher.encryptBytes(DataKey.generate().bytes(), context(customerId, kind)),
                clock.now());
    }

    @Override
    public Uni<Optional<DataKey>> find(Tx tx, UUID customerId, KeyKind kind) {
        return Sql.find(
                tx,
                row -> open(customerId, kind, Sql.bytes(row, "key_sealed")).orElseThrow(),
                "SELECT key_sealed FROM data_key WHERE customer_id = $1 AND kind = $2 AND key_sealed IS NOT NULL",
                customerId,
                kind);
    }

    @Override
    public Optional<DataKey> open(UUID customerId, KeyKind kind, byte @Nullable [] keySealed) {
        return Optional.ofNullable(keySealed)
                .map(bytes -> DataKey.of(cipher.decryptBytes(bytes, context(customerId, kind))));
    }

    @Override
    public Uni<Boolean> destroy(Tx tx, UUID customerId, KeyKind kind, Instant now) {
        return Sql.update(tx, """
                        INSERT INTO data_key (customer_id, kind, key_sealed, created_at, destroyed_at)
                        VALUES ($1, $2, NULL, $3, $3)
                        ON CONFLICT (customer_id, kind) DO UPDATE SET key_sealed = NULL, destroyed_at = $3
                        WHERE data_key.key_sealed IS NOT NULL""", customerId, kind, now).map(destroyed -> destroyed == 1);
    }

    @Produces
    @Singleton
    static SealedColumns sealed() {
        return new SealedColumns(Arrays.stream(KeyKind.values())
                .map(kind -> new SealedColumn(
                        "data_key",
                        "customer_id",
                        "key_sealed",
                        "kind = '" + kind + "'",
                        customer -> context(customer, kind)))
                .toList());
    }

    private static String context(UUID customerId, KeyKind kind) {
        return "data_key." + kind + "." + customerId;
    }
}
