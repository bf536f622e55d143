package io.anju.contract.amendment.events;

import io.anju.contract.amendment.model.AmendmentWanted;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A change of a loan waits for an amendment. Only noted here; rendering is nothing that a transaction should wait for. */
@ApplicationScoped
@RegisterForReflection(targets = {AmendmentWanted.class, AmendmentWanted.Kind.class, AmendmentWanted.LoanTerms.class})
class OnAmendmentWanted implements EventHandler {
    private final Tasks tasks;

    OnAmendmentWanted(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.loan.amendment-wanted.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        AmendmentWanted wanted = event.dataAs(AmendmentWanted.class);
        return tasks.schedule(
                tx, TaskKind.AMEND, wanted.changeId(), event.data().toString());
    }
}
