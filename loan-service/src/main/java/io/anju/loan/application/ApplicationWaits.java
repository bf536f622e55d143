package io.anju.loan.application;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.model.LoanApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** An application waits for its borrower. What is asked for stays in the application: it is in words. */
@RegisterForReflection
public record ApplicationWaits(UUID applicationId, UUID customerId) {

    /** An officer asked for more information or papers, or the checks for a consent. */
    public static final String INFORMATION_REQUESTED = "anju.application.information-requested.v1";

    /** The borrower is asked to the counter. */
    public static final String NEEDS_COUNTER = "anju.application.needs-counter.v1";

    public static DomainEvent of(String type, LoanApplication application) {
        var dossier = application.dossier();
        return new DomainEvent(type, dossier.id().toString(), new ApplicationWaits(dossier.id(), dossier.customerId()));
    }
}
