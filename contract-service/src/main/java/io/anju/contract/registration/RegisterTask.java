package io.anju.contract.registration;

import io.anju.contract.registration.PropertyRegistry.Application;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.model.Contract;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Applies for the registration of a sealed contract's mortgage, once more where the registry refused it before. */
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

    private record Loaded(ContractFacts facts, Contents contents, Optional<Registration> registration) {}

    @Override
    public Uni<Outcome> work(Task task) {
        return transactions
                .run(tx -> load(tx, task.subject()))
                .flatMap(found -> found.map(loaded -> registry.apply(application(loaded))
                                .<Outcome>map(
                                        registryId -> new Outcome.Done(tx -> keep(tx, loaded.facts(), registryId))))
                        .orElseGet(() -> Uni.createFrom()
                                .item(new Outcome.Done(tx -> Uni.createFrom().voidItem()))));
    }

    /** Empty when there is nothing to apply for: rescinded meanwhile, or applied for by another replica. */
    private Uni<Optional<Loaded>> load(Tx tx, UUID id) {
        return contracts
                .find(tx, id)
                .map(Optional::orElseThrow)
                .flatMap(kept -> contracts
                        .contents(tx, id)
                        .flatMap(contents -> registrations
                                .findByContractForUpdate(tx, id)
                                .map(registration -> Optional.of(
                                                new Loaded(kept.contract().facts(), contents, registration))
                                        .filter(loaded -> kept.contract() instanceof Contract.Sealed
                                                && isOpen(loaded.registration())))));
    }

    private static boolean isOpen(Optional<Registration> registration) {
        return registration.isEmpty() || registration.get() instanceof Registration.Rejected;
    }

    private Application application(Loaded loaded) {
        return new Application(
                reference(loaded),
                loaded.contents().propertyCertificate(),
                loaded.contents().party().name(),
                config.mortgagee(),
                loaded.facts().principal());
    }

    /** The contract's id, or one made of it and the number of the attempt: asking twice is asking once. */
    private static UUID reference(Loaded loaded) {
        UUID contractId = loaded.facts().id();
        return loaded.registration()
                .map(rejected -> contractId + "/" + (rejected.facts().attempt() + 1))
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)))
                .orElse(contractId);
    }

    /** Kept even when the contract was rescinded meanwhile: the mortgage is struck out once it is registered. */
    private Uni<Void> keep(Tx tx, ContractFacts contract, String registryId) {
        return registrations.findByContractForUpdate(tx, contract.id()).flatMap(found -> switch (found.orElse(null)) {
            case null -> follow(tx, first(contract, registryId), registrations::add);
            case Registration.Rejected rejected ->
                follow(tx, rejected.applyAgain(registryId, clock.now()), registrations::save);
            case Registration other -> Uni.createFrom().voidItem();
        });
    }

    private Registration.Pending first(ContractFacts contract, String registryId) {
        return new Registration.Pending(new Registration.Facts(
                ids.next(),
                contract.id(),
                contract.applicationId(),
                contract.customerId(),
                registryId,
                1,
                clock.now()));
    }

    private Uni<Void> follow(Tx tx, Registration.Pending pending, BiFunction<Tx, Registration, Uni<Void>> keep) {
        return keep.apply(tx, pending)
                // The callback may have come before this row was there: the registry is asked right away, once.
                .chain(() -> tasks.schedule(
                        tx, TaskKind.FOLLOW_REGISTRATION, pending.facts().id(), "{}"));
    }
}
