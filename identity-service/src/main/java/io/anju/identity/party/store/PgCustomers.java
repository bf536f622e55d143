package io.anju.identity.party.store;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
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
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgCustomers implements Customers {

    private static final String PHONE = "customer.phone";

    private final FieldCipher cipher;

    PgCustomers(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Uni<Customer> get(Tx tx, UUID id) {
        return find(tx, id).map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<Customer>> find(Tx tx, UUID id) {
        return Sql.find(tx, this::read, "SELECT * FROM customer WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Customer>> findByPhone(Tx tx, Phone phone) {
        return Sql.find(tx, this::read, "SELECT * FROM customer WHERE phone_hash = ANY ($1)", hashes(phone));
    }

    @Override
    public Uni<Customer> register(Tx tx, Customer customer) {
        // The lock makes the second of two registrations of one phone wait and then find the first.
        return Sql.lock(tx, hashes(customer.phone()))
                .flatMap(locked -> findByPhone(tx, customer.phone()))
                .flatMap(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : insert(tx, customer));
    }

    private Uni<Customer> insert(Tx tx, Customer customer) {
        return Sql.write(tx, "INSERT INTO person (id, kind) VALUES ($1, 'CUSTOMER')", customer.id())
                .flatMap(written -> Sql.write(
                        tx,
                        """
                        INSERT INTO customer (id, phone_sealed, phone_hash, phone_hash_key, level, registered_at)
                        VALUES ($1, $2, $3, $4, $5, $6)""",
                        customer.id(),
                        cipher.encrypt(customer.phone().digits(), PHONE),
                        cipher.lookupHash(customer.phone().digits(), PHONE),
                        cipher.lookupKey(),
                        customer.level(),
                        customer.registeredAt()))
                .replaceWith(customer);
    }

    @Override
    public Uni<Boolean> changePhone(Tx tx, UUID id, Phone phone) {
        // The lock makes the second of two that want one phone wait and then find the first.
        return Sql.lock(tx, hashes(phone))
                .flatMap(locked -> findByPhone(tx, phone))
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().item(false)
                        : Sql.write(
                                        tx,
                                        """
                                        UPDATE customer SET phone_sealed = $2, phone_hash = $3, phone_hash_key = $4
                                        WHERE id = $1""",
                                        id,
                                        cipher.encrypt(phone.digits(), PHONE),
                                        cipher.lookupHash(phone.digits(), PHONE),
                                        cipher.lookupKey())
                                .replaceWith(true));
    }

    @Override
    public Uni<Void> raise(Tx tx, UUID id, Level level) {
        return Sql.write(tx, "UPDATE customer SET level = $2 WHERE id = $1 AND level < $2", id, level);
    }

    @Produces
    @Singleton
    LookupColumn phones() {
        return new LookupColumn(
                "customer", "id", "phone_sealed", "phone_hash", PHONE, (id, kept) -> cipher.decrypt(kept, PHONE));
    }

    private List<byte[]> hashes(Phone phone) {
        return cipher.lookupHashes(phone.digits(), PHONE);
    }

    private Customer read(Row row) {
        return new Customer(
                row.getUUID("id"),
                new Phone(cipher.decrypt(Sql.bytes(row, "phone_sealed"), PHONE)),
                Sql.constant(row, "level", Level.class),
                Sql.instant(row, "registered_at"));
    }
}
