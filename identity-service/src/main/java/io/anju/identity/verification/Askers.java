package io.anju.identity.verification;

import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standings;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.verification.model.Asker;
import io.anju.identity.verification.model.Verification;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gathers what is known at this moment about the one who asks. */
@ApplicationScoped
class Askers {

    /** The person, and the customer's record if they are one. */
    record Found(Asker person, Optional<Customer> customer) {}

    private final VerificationStore policies;
    private final Standings standings;
    private final Customers customers;
    private final Passkeys passkeys;

    Askers(VerificationStore policies, Standings standings, Customers customers, Passkeys passkeys) {
        this.policies = policies;
        this.standings = standings;
        this.customers = customers;
        this.passkeys = passkeys;
    }

    /** Why the act is not its person's any more: a role can be taken after the verification was opened. */
    Uni<Optional<VerificationRefusal>> roleMissing(Tx tx, Verification.Opened opened) {
        return policies.findPolicy(tx, opened.act().type())
                .map(Optional::orElseThrow)
                .flatMap(policy ->
                        standings.get(tx, opened.personId()).map(standing -> policy.roleMissing(standing.roles())));
    }

    Uni<Found> find(Tx tx, Verifications.Request request) {
        return Uni.combine()
                .all()
                .unis(
                        standings.get(tx, request.personId()),
                        customers.find(tx, request.personId()),
                        passkeys.list(tx, request.personId()))
                .usingConcurrencyOf(1)
                .with((standing, customer, all) -> new Found(
                        new Asker(
                                request.personId(),
                                standing.roles(),
                                standing.level(),
                                (int) all.stream()
                                        .filter(Passkey.Enrolled.class::isInstance)
                                        .count(),
                                !all.isEmpty(),
                                customer.isPresent()),
                        customer));
    }
}
