package io.anju.contract.registration;

import io.anju.contract.registration.model.Patience;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the registry how far it is, until it has decided: a callback makes it faster, a lost one does no harm. */
@ApplicationScoped
class FollowRegistrationTask implements TaskHandler {
    private final Registrations registrations;
    private final PropertyRegistry registry;
    private final RegistryDesk desk;
    private final Patience patience;
    private final Transactions transactions;
    private final BusinessClock clock;

    FollowRegistrationTask(
            Registrations registrations,
            PropertyRegistry registry,
            RegistryDesk desk,
            RegistrationConfig config,
            Transactions transactions,
            BusinessClock clock) {
        this.registrations = registrations;
        this.registry = registry;
        this.desk = desk;
        this.patience = new Patience(config.followUp(), config.followUpMax());
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.FOLLOW_REGISTRATION;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        return transactions
                .run(tx -> registrations.findForUpdate(tx, task.subject()))
                .flatMap(found -> switch (found.orElseThrow()) {
                    case Registration.Pending pending -> ask(task, pending);
                    case Registration.Releasing releasing -> ask(task, releasing);
                    case Registration.Registered _, Registration.Released _, Registration.Rejected _ -> nothing();
                });
    }

    private Uni<Outcome> ask(Task task, Registration registration) {
        return registry.ask(registration.facts().registryId())
                .map(news -> news.applyTo(registration, clock.now()).isEmpty()
                        ? new Outcome.Later(patience.pause(task.age()))
                        : new Outcome.Done(tx -> desk.hear(tx, news).replaceWithVoid()));
    }

    private static Uni<Outcome> nothing() {
        return Uni.createFrom().item(new Outcome.Done(tx -> Uni.createFrom().voidItem()));
    }
}
