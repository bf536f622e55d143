package io.anju.identity.party.store;

import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standing;
import io.anju.identity.party.Standings;
import io.anju.identity.sql.Sql;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PgStandings implements Standings {

    private static final String CUSTOMER = "customer";

    private final Customers customers;
    private final BusinessClock clock;

    PgStandings(Customers customers, BusinessClock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Uni<Standing> get(Tx tx, UUID personId) {
        // Customers are the many, so they are looked for first.
        return customers
                .find(tx, personId)
                .flatMap(customer -> customer.isPresent()
                        ? Uni.createFrom().item(of(customer.get()))
                        : staff(tx, personId).map(found -> found.orElseThrow(UnauthorizedException::new)));
    }

    private Uni<Optional<Standing>> staff(Tx tx, UUID personId) {
        return Sql.find(
                tx,
                this::ofStaff,
                "SELECT id, name, roles, trained_until, suspended_at FROM staff_member WHERE id = $1",
                personId);
    }

    private static Standing of(Customer customer) {
        return new Standing(
                customer.id(),
                Set.of(CUSTOMER),
                customer.level(),
                false,
                customer.phone().masked(),
                true);
    }

    private Standing ofStaff(Row row) {
        return Standing.ofStaff(
                row.getUUID("id"),
                row.getString("name"),
                Set.of(row.getArrayOfStrings("roles")),
                row.getValue("suspended_at") != null,
                Optional.ofNullable(row.getLocalDate("trained_until")),
                clock.today());
    }
}
