package io.anju.loan.referencerate.http;

import io.anju.loan.referencerate.model.RateProposal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposed rate, and what became of it.
 *
 * @param proposedBy the first officer
 * @param decidedBy who confirmed it, rejected it or took it back; null while it waits
 */
@RegisterForReflection
public record ProposalView(
        UUID id,

        @Schema(enumeration = {"PROPOSED", "PUBLISHED", "REJECTED", "WITHDRAWN"})
        String state,

        RateView rate,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    static ProposalView of(RateProposal proposal) {
        return switch (proposal) {
            case RateProposal.Proposed open -> of(open, "PROPOSED", null, null);
            case RateProposal.Published done -> of(done, "PUBLISHED", done.confirmedBy(), done.confirmedAt());
            case RateProposal.Ended over ->
                of(over, over.isWithdrawn() ? "WITHDRAWN" : "REJECTED", over.endedBy(), over.endedAt());
        };
    }

    private static ProposalView of(
            RateProposal proposal, String state, @Nullable UUID decidedBy, @Nullable Instant decidedAt) {
        return new ProposalView(
                proposal.id(),
                state,
                RateView.of(proposal.rate()),
                proposal.proposedBy(),
                proposal.proposedAt(),
                decidedBy,
                decidedAt);
    }
}
