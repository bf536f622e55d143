package io.anju.repayment.disbursement.http;

import io.anju.repayment.disbursement.PayoutCancellations.Proposal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** That a loan be not paid out after all, as JSON; {@code by} is staff. */
@RegisterForReflection
public record CancellationView(UUID id, UUID loan, String reason, UUID by, Instant at) {

    static CancellationView of(Proposal proposal) {
        return new CancellationView(proposal.id(), proposal.loanId(), proposal.reason(), proposal.by(), proposal.at());
    }
}
