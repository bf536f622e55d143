package io.anju.loan.review.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.State;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the queue: enough to choose a case, nothing personal.
 *
 * @param score points of the scorecard, while in review
 * @param recommended whether the first person has spoken
 * @param claimedUntil when the present claim ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record QueueItem(
        UUID id,
        State state,
        String product,
        Instant createdAt,
        @Nullable Integer score,
        boolean recommended,
        @Nullable UUID claimedBy,
        @Nullable Instant claimedUntil) {

    static QueueItem of(LoanApplication application) {
        var dossier = application.dossier();
        if (application instanceof InReview review) {
            var claim = review.claim();
            return new QueueItem(
                    dossier.id(),
                    review.state(),
                    dossier.product(),
                    dossier.createdAt(),
                    review.findings().score(),
                    review.recommendation() != null,
                    claim == null ? null : claim.officer(),
                    claim == null ? null : claim.until());
        }
        return new QueueItem(
                dossier.id(), application.state(), dossier.product(), dossier.createdAt(), null, false, null, null);
    }
}
