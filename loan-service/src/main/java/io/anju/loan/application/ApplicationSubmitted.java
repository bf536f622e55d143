package io.anju.loan.application;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.model.LoanApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Data of {@code anju.application.submitted.v1}: a borrower has handed in an application. */
@RegisterForReflection
public record ApplicationSubmitted(UUID applicationId, UUID customerId) {

    /** The event's type. */
    public static final String TYPE = "anju.application.submitted.v1";

    static DomainEvent of(LoanApplication application) {
        var dossier = application.dossier();
        return new DomainEvent(
                TYPE, dossier.id().toString(), new ApplicationSubmitted(dossier.id(), dossier.customerId()));
    }
}
