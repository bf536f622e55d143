package io.anju.identity.profile;

import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What we know of a customer, for the customer. */
@ApplicationScoped
public class Profiles {

    /** The record, and the real name if it was proved. */
    public record Profile(Customer customer, Optional<RealName> realName) {}

    private final Customers customers;
    private final RealNames realNames;

    Profiles(Customers customers, RealNames realNames) {
        this.customers = customers;
        this.realNames = realNames;
    }

    public Uni<Profile> get(Tx tx, UUID customerId) {
        return customers
                .get(tx, customerId)
                .flatMap(customer -> realNames.find(tx, customerId).map(realName -> new Profile(customer, realName)));
    }
}
