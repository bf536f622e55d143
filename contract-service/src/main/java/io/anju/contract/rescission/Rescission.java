package io.anju.contract.rescission;

import io.anju.contract.registration.Releases;
import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Use case: the borrower has withdrawn the application, so no contract of it binds, however far it had come. */
@ApplicationScoped
public class Rescission {
    private static final String REASON = "the application was withdrawn";

    private final Contracts contracts;
    private final Releases releases;
    private final Tasks tasks;
    private final Outbox outbox;
    private final BusinessClock clock;

    Rescission(Contracts contracts, Releases releases, Tasks tasks, Outbox outbox, BusinessClock clock) {
        this.contracts = contracts;
        this.releases = releases;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The draft first: what was being drafted is either not kept any more, or found as a contract. */
    public Uni<Void> applicationWithdrawn(Tx tx, UUID applicationId) {
        return tasks.cancel(tx, TaskKind.DRAFT, applicationId)
                .chain(() -> contracts.findLiveForUpdate(tx, applicationId))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : end(tx, found.get().contract()));
    }

    private Uni<Void> end(Tx tx, Contract contract) {
        return switch (contract) {
            case Contract.Drafted drafted -> keep(tx, drafted.withdraw(clock.now(), REASON));
            case Contract.Signed signed -> keep(tx, signed.withdraw(clock.now(), REASON));
            case Contract.Sealed inForce -> keep(tx, inForce.rescind(clock.now(), REASON));
            case Contract.Ended _, Contract.Rescinded _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> keep(Tx tx, Contract.Ended ended) {
        return contracts.save(tx, ended).chain(() -> outbox.append(tx, ContractEvents.ended(ended)));
    }

    private Uni<Void> keep(Tx tx, Contract.Rescinded rescinded) {
        return contracts
                .save(tx, rescinded)
                .chain(() -> releases.rescinded(tx, rescinded.facts().id()))
                .chain(() -> outbox.append(tx, ContractEvents.rescinded(rescinded)));
    }
}
