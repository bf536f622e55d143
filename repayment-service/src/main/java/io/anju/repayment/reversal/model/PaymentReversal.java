package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.UUID;

/** The reversal of a posted payment: proposed, then approved or declined by somebody else. */
public sealed interface PaymentReversal {

    /** What was proposed. */
    Proposal proposal();

    /**
     * What was proposed, which never changes.
     *
     * @param transfer the payment's, in the ledger
     * @param reason what was found out; no personal data
     * @param by staff
     */
    record Proposal(UUID id, UUID loanId, UUID transfer, ReversalCause cause, String reason, UUID by, Instant at) {}

    /** Waits for a second person. */
    record Proposed(Proposal proposal) implements PaymentReversal {

        /** The second person declines. */
        public Result<Declined, ReversalRefusal> declined(UUID by, Instant at) {
            return by.equals(proposal.by())
                    ? Result.refused(new ReversalRefusal.SamePerson())
                    : Result.ok(new Declined(proposal, by, at));
        }

        /** The second person approves; {@code reversal} is the transfer that undoes the payment. */
        public Result<Approved, ReversalRefusal> approved(UUID by, Instant at, UUID reversal) {
            return by.equals(proposal.by())
                    ? Result.refused(new ReversalRefusal.SamePerson())
                    : Result.ok(new Approved(proposal, by, at, reversal));
        }
    }

    /** The payment stays. */
    record Declined(Proposal proposal, UUID by, Instant at) implements PaymentReversal {}

    /** The payment is no more. */
    record Approved(Proposal proposal, UUID by, Instant at, UUID reversal) implements PaymentReversal {}
}
