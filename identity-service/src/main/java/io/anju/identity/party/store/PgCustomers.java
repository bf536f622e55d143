package io.anju.identity.party.store;

import io.anju.identity.datakey.DataKey;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.SealedRow;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.LookupColumn;
import io.anju.kit.tx.Tx;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgCustomers implements Customers {

    private static final String PHONE = "customer.phone";

    private final FieldCipher cipher;
    private final DataKeys dataKeys;

    PgCustomers(FieldCipher cipher, DataKeys dataKeys) {
        this.cipher = cipher;
        this.dataKeys = dataKeys;
    }

    @Override
    public Uni<Customer> get(Tx tx, UUID id) {
        return find(tx, id).map(found -> found.orElseThrow(UnauthorizedException::new));
    }

    @Override
    public Uni<Optional<Customer>> find(Tx tx, UUID id) {
        return find(tx, "c.id = $1 AND c.erased_at IS NULL", id);
    }

    @Override
    public Uni<Void> lock(Tx tx, UUID id) {
        return Sql.find(tx, row -> id, "SELECT 1 FROM customer WHERE id = $1 AND erased_at IS NULL FOR UPDATE", id)
                .map(found -> found.orElseThrow(UnauthorizedException::new))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Customer>> findByPhone(Tx tx, Phone phone) {
        return find(tx, "c.phone_hash = ANY ($1)", hashes(phone));
    }

    /**
     * The row and its key by one statement: whoever signs in is looked at more than once. The level that is kept is the
     * highest that the customer ever had; {@link Level#L3} is theirs while they have a passkey to show for it.
     */
    private Uni<Optional<Customer>> find(Tx tx, String which, Object value) {
        return Sql.find(tx, this::read, """
                SELECT c.id, c.phone_sealed, c.registered_at, k.key_sealed,
                       CASE WHEN c.level = 'L3' AND NOT EXISTS (
                                SELECT FROM passkey p WHERE p.person_id = c.id AND p.revoked_at IS NULL)
                            THEN 'L2' ELSE c.level END AS level
                FROM customer c LEFT JOIN data_key k ON k.customer_id = c.id AND k.kind = 'CONTACT'
                WHERE\s""" + which, value);
    }

    @Override
    public Uni<Customer> register(Tx tx, Customer customer) {
        // The lock makes the second of two registrations of one phone wait and then find the first.
        return Sql.lock(tx, hashes(customer.phone()))
                .flatMap(locked -> findByPhone(tx, customer.phone()))
                .flatMap(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : insert(tx, customer));
    }

    private Uni<Customer> insert(Tx tx, Customer customer) {
        // The key belongs to the row, and the row is not whole without what the key seals: it begins empty.
        return Sql.write(tx, "INSERT INTO person (id, kind) VALUES ($1, 'CUSTOMER')", customer.id())
                .flatMap(written -> Sql.write(
                        tx,
                        """
                        INSERT INTO customer (id, phone_sealed, phone_hash, phone_hash_key, level, registered_at)
                        VALUES ($1, ''::bytea, $2, $3, $4, $5)""",
                        customer.id(),
                        phoneHash(customer.phone()),
                        cipher.lookupKey(),
                        customer.level(),
                        customer.registeredAt()))
                .flatMap(written -> dataKeys.obtain(tx, customer.id(), KeyKind.CONTACT))
                .flatMap(key -> Sql.write(
                        tx,
                        "UPDATE customer SET phone_sealed = $2 WHERE id = $1",
                        customer.id(),
                        key.sealText(customer.phone().digits(), PHONE)))
                .replaceWith(customer);
    }

    @Override
    public Uni<Boolean> changePhone(Tx tx, UUID id, Phone phone) {
        // The lock makes the second of two that want one phone wait and then find the first.
        return Sql.lock(tx, hashes(phone))
                .flatMap(locked -> findByPhone(tx, phone))
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().item(false)
                        : writePhone(tx, id, phone).replaceWith(true));
    }

    private Uni<Void> writePhone(Tx tx, UUID id, Phone phone) {
        return dataKeys.obtain(tx, id, KeyKind.CONTACT)
                .flatMap(key -> Sql.write(
                        tx,
                        "UPDATE customer SET phone_sealed = $2, phone_hash = $3, phone_hash_key = $4 WHERE id = $1",
                        id,
                        key.sealText(phone.digits(), PHONE),
                        phoneHash(phone),
                        cipher.lookupKey()));
    }

    @Override
    public Uni<Void> raise(Tx tx, UUID id, Level level) {
        return Sql.write(tx, "UPDATE customer SET level = $2 WHERE id = $1 AND level < $2", id, level);
    }

    @Override
    public Uni<Void> erase(Tx tx, UUID id, boolean keepPhone, Instant now) {
        return Sql.write(tx, """
                UPDATE customer SET erased_at = $2, phone_hash = NULL,
                    phone_sealed = CASE WHEN $3 THEN phone_sealed END
                WHERE id = $1""", id, now, keepPhone);
    }

    @Produces
    @Singleton
    LookupColumn phones() {
        return new LookupColumn("customer", "id", "phone_sealed", "phone_hash", PHONE, this::open);
    }

    @Produces
    @Singleton
    SealedRow sealedPhones() {
        return new SealedRow(KeyKind.CONTACT, "customer", "id", Map.of("phone_sealed", customer -> PHONE));
    }

    @Override
    public byte[] phoneHash(Phone phone) {
        return cipher.lookupHash(phone.digits(), PHONE);
    }

    private List<byte[]> hashes(Phone phone) {
        return cipher.lookupHashes(phone.digits(), PHONE);
    }

    private Uni<String> open(Tx tx, UUID id, byte[] sealed) {
        return dataKeys.find(tx, id, KeyKind.CONTACT).map(key -> open(key, sealed));
    }

    /** Without a key it is a value from before customers had one; see {@link io.anju.identity.datakey.Resealing}. */
    private String open(Optional<DataKey> key, byte[] sealed) {
        return key.map(own -> own.openText(sealed, PHONE)).orElseGet(() -> cipher.decrypt(sealed, PHONE));
    }

    private Customer read(Row row) {
        UUID id = row.getUUID("id");
        var key = dataKeys.open(id, KeyKind.CONTACT, Sql.bytesOrNull(row, "key_sealed"));
        return new Customer(
                id,
                new Phone(open(key, Sql.bytes(row, "phone_sealed"))),
                Sql.constant(row, "level", Level.class),
                Sql.instant(row, "registered_at"));
    }
}
