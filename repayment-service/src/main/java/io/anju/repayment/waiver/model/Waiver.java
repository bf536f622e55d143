package io.anju.repayment.waiver.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.UUID;

/** A waiver's life: proposed, then approved or declined by somebody else. */
public sealed interface Waiver {

    /** What was proposed. */
    Proposal proposal();

    /**
     * What was proposed, which never changes.
     *
     * @param instalment whose late charges
     * @param amount of them, fen
     * @param by staff
     */
    record Proposal(UUID id, UUID loanId, int instalment, long amount, String reason, UUID by, Instant at) {}

    /** Waits for a second person. */
    record Proposed(Proposal proposal) implements Waiver {

        /** The second person's word; the first one's is not enough. */
        public Result<Decided, WaiverRefusal> decided(boolean approved, UUID by, Instant at) {
            return by.equals(proposal.by())
                    ? Result.refused(new WaiverRefusal.SamePerson())
                    : Result.ok(new Decided(proposal, approved, by, at));
        }
    }

    /** Decided; when approved, the bill owes so much less. */
    record Decided(Proposal proposal, boolean approved, UUID by, Instant at) implements Waiver {}
}
