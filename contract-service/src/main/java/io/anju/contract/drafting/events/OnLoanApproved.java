package io.anju.contract.drafting.events;

import io.anju.contract.drafting.model.Conditions;
import io.anju.contract.drafting.model.LoanApproval;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kernel.schedule.Conventions;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** An approved loan calls for a contract. Only noted here; drafting asks identity-service and renders, which no transaction should wait for. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            LoanApproval.class,
            LoanApproval.Tranche.class,
            LoanApproval.Property.class,
            LoanApproval.Kind.class,
            LoanApproval.RateBasis.class,
            Conditions.class,
            Conditions.Late.class,
            Conditions.Prepayment.class,
            Conventions.class
        })
class OnLoanApproved implements EventHandler {
    private final Tasks tasks;
    private final Ids ids;

    OnLoanApproved(Tasks tasks, Ids ids) {
        this.tasks = tasks;
        this.ids = ids;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.loan.approved.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        // Read here so that an event of another shape is refused at the door and not found out later.
        LoanApproval approval = event.dataAs(LoanApproval.class);
        return tasks.schedule(tx, TaskKind.DRAFT, ids.next(), event.data().toString(), approval.applicationId());
    }
}
