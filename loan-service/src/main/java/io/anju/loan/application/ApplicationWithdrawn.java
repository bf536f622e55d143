package io.anju.loan.application;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.model.LoanApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Data of {@code anju.application.withdrawn.v1}: a borrower has walked away; nothing drawn up for the application binds any more. */
@RegisterForReflection
public record ApplicationWithdrawn(UUID applicationId, UUID customerId) {

    /** The event's type. */
    public static final String TYPE = "anju.application.withdrawn.v1";

    static DomainEvent of(LoanApplication application) {
        var dossier = application.dossier();
        return new DomainEvent(
                TYPE, dossier.id().toString(), new ApplicationWithdrawn(dossier.id(), dossier.customerId()));
    }
}
