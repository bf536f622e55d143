package io.anju.contract.registration;

import io.anju.contract.registration.model.Registration;
import io.anju.contract.registration.model.RegistrationRefusal;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Use case: the obstacle is removed, the registry is asked again. */
@ApplicationScoped
public class Reapplications {
    private final Registrations registrations;
    private final Tasks tasks;

    Reapplications(Registrations registrations, Tasks tasks) {
        this.registrations = registrations;
        this.tasks = tasks;
    }

    /** Notes that a rejected mortgage is to be applied for once more. */
    public Uni<Result<Registration, RegistrationRefusal>> applyAgain(Tx tx, UUID contractId) {
        return registrations
                .findByContractForUpdate(tx, contractId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .flatMap(registration -> registration instanceof Registration.Rejected
                        ? tasks.schedule(tx, TaskKind.REGISTER, contractId, "{}")
                                .replaceWith(Result.ok(registration))
                        : Uni.createFrom()
                                .item(Result.refused(new RegistrationRefusal.NotRejected(registration.stateName()))));
    }
}
