package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** The customers. */
public interface Customers {

    /** Fails when there is none of this id, which is a bug: ids come from tokens and foreign keys. */
    Uni<Customer> get(Tx tx, UUID id);

    Uni<Optional<Customer>> find(Tx tx, UUID id);

    Uni<Optional<Customer>> findByPhone(Tx tx, Phone phone);

    /** Adds the customer, unless the phone was registered in the meantime; whoever has the phone then is the answer. */
    Uni<Customer> register(Tx tx, Customer customer);

    /** Changes the phone; false when somebody else has registered it in the meantime. */
    Uni<Boolean> changePhone(Tx tx, UUID id, Phone phone);

    /** Raises the level; never lowers it. */
    Uni<Void> raise(Tx tx, UUID id, Level level);
}
