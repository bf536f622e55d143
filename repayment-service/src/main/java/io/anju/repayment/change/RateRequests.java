package io.anju.repayment.change;

import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.RateRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where rate requests are kept. */
public interface RateRequests {

    /** How far a request is. */
    enum State {
        /** The rule has granted it. */
        OFFERED,
        /** For the first officer. */
        WAITING,
        /** For the second one. */
        RECOMMENDED,
        APPROVED,
        DECLINED,
        /** By the borrower, before it was decided. */
        WITHDRAWN;

        /** That of a request. */
        public static State of(RateRequest request) {
            return switch (request) {
                case RateRequest.Offered offered -> OFFERED;
                case RateRequest.Waiting waiting -> WAITING;
                case RateRequest.Recommended recommended -> RECOMMENDED;
                case RateRequest.Approved approved -> APPROVED;
                case RateRequest.Declined declined -> DECLINED;
                case RateRequest.Withdrawn withdrawn -> WITHDRAWN;
            };
        }
    }

    /** Keeps a request, new or changed. */
    Uni<Void> save(Tx tx, RateRequest request);

    /** One request. */
    Uni<Optional<RateRequest>> find(Tx tx, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<RateRequest>> findForUpdate(Tx tx, UUID id);

    /** The loan's request that is not decided yet. */
    Uni<Optional<RateRequest>> findOpen(Tx tx, UUID loanId);

    /** The loan's, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<RateRequest>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);

    /** Those in a state, or all, the oldest first, those behind {@code after}, at most {@code limit}. */
    Uni<List<RateRequest>> list(Tx tx, Optional<State> state, Optional<UUID> after, int limit);
}
