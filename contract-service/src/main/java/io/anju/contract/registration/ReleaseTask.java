package io.anju.contract.registration;

import io.anju.contract.registration.model.Registration;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asks the registry to strike a mortgage out; the loan's id is the reference, ours of the registration where no loan came about. */
@ApplicationScoped
class ReleaseTask implements TaskHandler {
    private final Registrations registrations;
    private final PropertyRegistry registry;
    private final RegistrationConfig config;
    private final Tasks tasks;
    private final Transactions transactions;

    ReleaseTask(
            Registrations registrations,
            PropertyRegistry registry,
            RegistrationConfig config,
            Tasks tasks,
            Transactions transactions) {
        this.registrations = registrations;
        this.registry = registry;
        this.config = config;
        this.tasks = tasks;
        this.transactions = transactions;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RELEASE;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        return transactions
                .run(tx -> registrations.findForUpdate(tx, task.subject()))
                .flatMap(found -> found.orElseThrow() instanceof Registration.Releasing releasing
                        ? registry.release(releasing.facts().registryId(), reference(releasing))
                        : Uni.createFrom().voidItem())
                .map(asked -> new Outcome.Done(tx ->
                        tasks.schedule(tx, TaskKind.FOLLOW_REGISTRATION, task.subject(), "{}", config.followUp())));
    }

    private static UUID reference(Registration.Releasing releasing) {
        return releasing.loanId().orElse(releasing.facts().id());
    }
}
