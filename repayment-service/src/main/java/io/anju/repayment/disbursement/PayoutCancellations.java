package io.anju.repayment.disbursement;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where proposals to give a payout up are kept, and where it is seen which payouts have failed. */
public interface PayoutCancellations {

    /**
     * That a loan be not paid out after all: nothing changes before somebody else has approved.
     *
     * @param reason nothing that names a person
     * @param by staff
     */
    record Proposal(UUID id, UUID loanId, String reason, UUID by, Instant at) {}

    /**
     * A loan of whose payouts every one has failed, and which is not given up.
     *
     * @param amount fen
     * @param reason of the last one, the rail's code
     * @param at when the last one failed
     * @param proposal that it be given up
     */
    record FailedPayout(
            UUID loanId,
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            int tranche,
            long amount,
            String reason,
            Instant at,
            Optional<Proposal> proposal) {}

    /** Keeps a new proposal. */
    Uni<Void> add(Tx tx, Proposal proposal);

    /** The loan's proposal that waits to be decided. Whoever decides it holds the lock of its loan. */
    Uni<Optional<Proposal>> findWaiting(Tx tx, UUID loanId);

    /** Keeps the second person's word. */
    Uni<Void> decide(Tx tx, Proposal proposal, boolean approved, UUID by, Instant at);

    /** Failed payouts by their loans' ids, those after {@code after}, at most {@code limit}. */
    Uni<List<FailedPayout>> listFailed(Tx tx, Optional<UUID> after, int limit);
}
