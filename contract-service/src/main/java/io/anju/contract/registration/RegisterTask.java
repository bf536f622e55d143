package io.anju.contract.registration;

import io.anju.contract.registration.PropertyRegistry.Application;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies for the registration of a sealed contract's mortgage; the contract's id is the reference, so that asking twice is asking once. */
@ApplicationScoped
class RegisterTask implements TaskHandler {
    private final Contracts contracts;
    private final Registrations registrations;
    private final PropertyRegistry registry;
    private final RegistrationConfig config;
    private final Tasks tasks;
    private final Transactions transactions;
    private final Ids ids;
    private final BusinessClock clock;

    RegisterTask(
            Contracts contracts,
            Registrations registrations,
            PropertyRegistry registry,
            RegistrationConfig config,
            Tasks tasks,
            Transactions transactions,
            Ids ids,
            BusinessClock clock) {
        this.contracts = contracts;
        this.registrations = registrations;
        this.registry = registry;
        this.config = config;
        this.tasks = tasks;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.REGISTER;
    }

    private record Loaded(ContractFacts facts, Contents contents) {}

    @Override
    public Uni<Outcome> work(Task task) {
        return transactions
                .run(tx -> contracts
                        .find(tx, task.subject())
                        .flatMap(found -> contracts
                                .contents(tx, task.subject())
                                .map(contents -> new Loaded(
                                        found.orElseThrow().contract().facts(), contents))))
                .flatMap(loaded -> registry.apply(application(loaded))
                        .map(registryId -> new Outcome.Done(tx -> keep(tx, loaded.facts(), registryId))));
    }

    private Application application(Loaded loaded) {
        return new Application(
                loaded.facts().id(),
                loaded.contents().propertyCertificate(),
                loaded.contents().party().name(),
                config.mortgagee(),
                loaded.facts().principal());
    }

    private Uni<Void> keep(Tx tx, ContractFacts contract, String registryId) {
        Registration.Pending pending = new Registration.Pending(new Registration.Facts(
                ids.next(), contract.id(), contract.applicationId(), contract.customerId(), registryId, clock.now()));
        return registrations
                .add(tx, pending)
                // The callback may have come before this row was there: the registry is asked right away, once.
                .chain(() -> tasks.schedule(
                        tx, TaskKind.FOLLOW_REGISTRATION, pending.facts().id(), "{}"));
    }
}
