package io.anju.identity.recovery.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.model.Masked;
import io.anju.identity.realname.RealName;
import io.anju.identity.recovery.model.Recovery;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as the two at the counter see it.
 *
 * @param papers what the teller has seen
 * @param state {@code PROPOSED}, {@code APPROVED}, {@code REJECTED} or {@code COMPLETED}
 * @param name of the customer, masked; in the answer that shows one case alone
 * @param idNumber masked, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record RecoveryBody(
        UUID id,
        UUID customerId,
        String papers,
        String state,
        UUID proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String name,
        @Nullable String idNumber) {

    static RecoveryBody of(Recovery recovery) {
        return of(recovery, Optional.empty());
    }

    static RecoveryBody of(Recovery recovery, Optional<RealName> realName) {
        var facts = recovery.facts();
        var decision = decision(recovery);
        return new RecoveryBody(
                facts.id(),
                facts.customerId(),
                facts.papers(),
                state(recovery),
                facts.proposedBy(),
                facts.proposedAt(),
                facts.expiresAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                realName.map(known -> Masked.name(known.name())).orElse(null),
                realName.map(known -> Masked.idNumber(known.idNumber())).orElse(null));
    }

    private static Recovery.@Nullable Decision decision(Recovery recovery) {
        return switch (recovery) {
            case Recovery.Proposed ignored -> null;
            case Recovery.Approved approved -> approved.decision();
            case Recovery.Rejected rejected -> rejected.decision();
            case Recovery.Completed completed -> completed.decision();
        };
    }

    private static String state(Recovery recovery) {
        return switch (recovery) {
            case Recovery.Proposed ignored -> "PROPOSED";
            case Recovery.Approved ignored -> "APPROVED";
            case Recovery.Rejected ignored -> "REJECTED";
            case Recovery.Completed ignored -> "COMPLETED";
        };
    }
}
