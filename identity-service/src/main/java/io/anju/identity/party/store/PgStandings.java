package io.anju.identity.party.store;

import io.anju.identity.model.Level;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standing;
import io.anju.identity.party.Standings;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PgStandings implements Standings {

    private static final String CUSTOMER = "customer";

    private final Customers customers;

    PgStandings(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Uni<Standing> get(Tx tx, UUID personId) {
        return Sql.find(
                        tx,
                        row -> new Standing(personId, row.getString("role"), Level.L3, true, row.getString("name")),
                        "SELECT name, role FROM staff_member WHERE id = $1",
                        personId)
                .flatMap(staff -> staff.isPresent()
                        ? Uni.createFrom().item(staff.get())
                        : customers.get(tx, personId).map(PgStandings::of));
    }

    private static Standing of(Customer customer) {
        return new Standing(
                customer.id(),
                CUSTOMER,
                customer.level(),
                false,
                customer.phone().masked());
    }
}
