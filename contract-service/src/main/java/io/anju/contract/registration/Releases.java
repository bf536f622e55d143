package io.anju.contract.registration;

import io.anju.contract.registration.model.Registration;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Has a registered mortgage struck out, whatever the reason. */
@ApplicationScoped
public class Releases {
    private final Registrations registrations;
    private final Tasks tasks;

    Releases(Registrations registrations, Tasks tasks) {
        this.registrations = registrations;
        this.tasks = tasks;
    }

    /** The contract is rescinded: what is registered is struck out now, what is applied for once it is registered. */
    public Uni<Void> rescinded(Tx tx, UUID contractId) {
        return registrations
                .findByContractForUpdate(tx, contractId)
                .flatMap(found -> found.orElse(null) instanceof Registration.Registered registered
                        ? release(tx, registered, Optional.empty())
                        : Uni.createFrom().voidItem());
    }

    /** Saved before the registry is asked, so that its callback finds us waiting. */
    Uni<Void> release(Tx tx, Registration.Registered registered, Optional<UUID> loanId) {
        Registration.Releasing releasing = registered.release(loanId);
        return registrations
                .save(tx, releasing)
                .chain(() ->
                        tasks.schedule(tx, TaskKind.RELEASE, releasing.facts().id(), "{}"));
    }
}
