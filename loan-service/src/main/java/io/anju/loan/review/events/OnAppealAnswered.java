package io.anju.loan.review.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.review.Reopening;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appeal against a decision on an application has its answer: upheld, it undoes a decline. */
@ApplicationScoped
class OnAppealAnswered implements EventHandler {

    private final Reopening reopening;

    OnAppealAnswered(Reopening reopening) {
        this.reopening = reopening;
    }

    /**
     * What is read of it.
     *
     * @param kind COMPLAINT or APPEAL; a version before told none
     * @param subject the application, when it is about a decision
     */
    @RegisterForReflection
    record Answered(
            UUID customerId,
            @Nullable String kind,
            @Nullable String about,
            @Nullable UUID subject,
            String outcome) {}

    @Override
    public Set<String> types() {
        return Set.of("anju.complaint.answered.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var answered = event.dataAs(Answered.class);
        boolean undone = "APPEAL".equals(answered.kind())
                && "DECISION".equals(answered.about())
                && "UPHELD".equals(answered.outcome());
        return undone && answered.subject() != null
                ? reopening.appealUpheld(tx, answered.subject(), answered.customerId())
                : Uni.createFrom().voidItem();
    }
}
