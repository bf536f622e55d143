package io.anju.care.customer;

import io.anju.kit.tx.Tx;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Customers as identity-service tells of them. An access token of one who is erased may live for minutes more. */
@ApplicationScoped
public class Customers {

    /**
     * Goes on for a customer who is there.
     *
     * @throws UnauthorizedException for one who is erased, as identity-service answers: there is nobody behind the token
     */
    public Uni<Void> requireThere(Tx tx, UUID customer) {
        return tx.select("select 1 from contact_person where customer_id = $1 and gone_at is not null", customer)
                .invoke(gone -> {
                    if (!gone.isEmpty()) {
                        throw new UnauthorizedException();
                    }
                })
                .replaceWithVoid();
    }
}
