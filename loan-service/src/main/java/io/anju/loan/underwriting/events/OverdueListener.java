package io.anju.loan.underwriting.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.underwriting.OwnArrears;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Keeps late instalments: the next application of the same person is checked against them. */
@ApplicationScoped
class OverdueListener implements EventHandler {

    /** What is read of {@code anju.instalment.overdue.v1}. */
    @RegisterForReflection
    record InstalmentOverdue(UUID loanId, int number, UUID customerId, LocalDate dueDate) {}

    private final OwnArrears arrears;

    OverdueListener(OwnArrears arrears) {
        this.arrears = arrears;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.instalment.overdue.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var late = event.dataAs(InstalmentOverdue.class);
        return arrears.keep(tx, new OwnArrears.Late(late.loanId(), late.number(), late.customerId(), late.dueDate()));
    }
}
