package io.anju.loan.review;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.TrancheData;
import io.anju.loan.application.model.Approved;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * Data of {@code anju.loan.approved.v1}: everything that the contract is drawn up from.
 *
 * @param dueDay day of the month, 1 to 31
 */
@RegisterForReflection
public record LoanApproved(
        UUID applicationId,
        UUID customerId,
        List<TrancheData> tranches,
        Property property,
        String product,
        int productVersion,
        int dueDay) {

    /** The event's type. */
    public static final String TYPE = "anju.loan.approved.v1";

    /** The mortgaged home, by its certificate; its address stays here. */
    @RegisterForReflection
    public record Property(String certificateNumber) {}

    static DomainEvent of(Approved approved) {
        var dossier = approved.dossier();
        var data = new LoanApproved(
                dossier.id(),
                dossier.customerId(),
                approved.approval().tranches().stream().map(TrancheData::of).toList(),
                new Property(approved.facts().property().certificateNumber()),
                dossier.product(),
                dossier.productVersion(),
                approved.approval().dueDay());
        return new DomainEvent(TYPE, dossier.id().toString(), data, true);
    }
}
