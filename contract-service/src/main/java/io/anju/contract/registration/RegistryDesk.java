package io.anju.contract.registration;

import io.anju.contract.registration.model.Registration;
import io.anju.contract.registration.model.RegistryNews;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes the registry's news, from a callback or an answer alike: each has its effect once. */
@ApplicationScoped
public class RegistryDesk {
    private final Registrations registrations;
    private final Contracts contracts;
    private final Releases releases;
    private final Outbox outbox;
    private final BusinessClock clock;

    RegistryDesk(
            Registrations registrations, Contracts contracts, Releases releases, Outbox outbox, BusinessClock clock) {
        this.registrations = registrations;
        this.contracts = contracts;
        this.releases = releases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when the registration is unknown here: its application may still be under way. */
    public Uni<Boolean> hear(Tx tx, RegistryNews news) {
        return registrations
                .findByRegistryIdForUpdate(tx, news.registryId())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : news.applyTo(found.get(), clock.now())
                                .map(changed -> keep(tx, changed))
                                .orElseGet(() -> Uni.createFrom().voidItem())
                                .replaceWith(true));
    }

    /** Registered too late, its contract rescinded, it is struck out again and never told. */
    private Uni<Void> keep(Tx tx, Registration changed) {
        return changed instanceof Registration.Registered registered
                ? contracts
                        .find(tx, registered.facts().contractId())
                        .flatMap(found -> found.orElseThrow().contract() instanceof Contract.Rescinded
                                ? registrations
                                        .save(tx, registered)
                                        .chain(() -> releases.release(tx, registered, Optional.empty()))
                                : save(tx, registered))
                : save(tx, changed);
    }

    private Uni<Void> save(Tx tx, Registration changed) {
        return registrations
                .save(tx, changed)
                .chain(() -> event(changed)
                        .map(event -> outbox.append(tx, event))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<DomainEvent> event(Registration changed) {
        return switch (changed) {
            case Registration.Registered registered -> Optional.of(RegistrationEvents.registered(registered));
            case Registration.Released released -> Optional.of(RegistrationEvents.released(released));
            case Registration.Rejected rejected -> Optional.of(RegistrationEvents.rejected(rejected));
            case Registration.Pending _, Registration.Releasing _ -> Optional.empty();
        };
    }
}
