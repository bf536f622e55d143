package io.anju.loan.review;

import io.anju.kit.event.DomainEvent;
import io.anju.loan.application.model.Dossier;
import io.anju.loan.application.model.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * Data of {@code anju.application.decided.v1}: two people have decided.
 *
 * @param decision APPROVED or DECLINED
 * @param reasons codes, when it was declined
 * @param deciders the two officers; neither has a part in answering an appeal against it
 */
@RegisterForReflection
public record ApplicationDecided(
        UUID applicationId, UUID customerId, String decision, List<String> reasons, List<UUID> deciders) {

    /** The event's type. */
    public static final String TYPE = "anju.application.decided.v1";

    static DomainEvent of(Dossier dossier, Verdict verdict, List<String> reasons, List<UUID> deciders) {
        String decision = switch (verdict) {
            case APPROVE -> "APPROVED";
            case DECLINE -> "DECLINED";
        };
        return new DomainEvent(
                TYPE,
                dossier.id().toString(),
                new ApplicationDecided(dossier.id(), dossier.customerId(), decision, reasons, deciders));
    }
}
