package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The customers. */
public interface Customers {

    /**
     * Fails as not signed in when the customer is erased: for some minutes tokens are left that do not know it yet.
     */
    Uni<Customer> get(Tx tx, UUID id);

    /** Empty for customers who are erased. */
    Uni<Optional<Customer>> find(Tx tx, UUID id);

    /** One act of a customer at a time, until the transaction ends; fails as {@link #get} does. */
    Uni<Void> lock(Tx tx, UUID id);

    Uni<Optional<Customer>> findByPhone(Tx tx, Phone phone);

    /** Keyed hash under which a customer of this phone is found, by the look-up key of today. */
    byte[] phoneHash(Phone phone);

    /** Adds the customer, unless the phone was registered in the meantime; whoever has the phone then is the answer. */
    Uni<Customer> register(Tx tx, Customer customer);

    /** Changes the phone; false when somebody else has registered it in the meantime. */
    Uni<Boolean> changePhone(Tx tx, UUID id, Phone phone);

    /** Raises the level that is kept; never lowers it. Without a passkey, {@code L3} is read as {@code L2}. */
    Uni<Void> raise(Tx tx, UUID id, Level level);

    /**
     * Makes that nothing finds this customer any more.
     *
     * @param keepPhone whether a law has the sealed phone stay
     */
    Uni<Void> erase(Tx tx, UUID id, boolean keepPhone, Instant now);
}
