package io.anju.loan.application;

import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.TimelineEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The one way in which an application changes: load and lock, decide, save with its line of the timeline. */
@ApplicationScoped
public class Cases {

    private final Applications applications;
    private final ApplicationMeters meters;
    private final BusinessClock clock;

    Cases(Applications applications, ApplicationMeters meters, BusinessClock clock) {
        this.applications = applications;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A step in life of an application.
     *
     * @param visible who may see it; others get the answer of an id that does not exist
     * @param reason for the timeline; nothing that names a person
     * @param decide the transition, after whatever it has to load
     */
    public record Step(
            Predicate<LoanApplication> visible,
            Actor actor,
            String reason,
            Function<LoanApplication, Uni<Result<LoanApplication, ApplicationRefusal>>> decide) {

        /** A transition that needs nothing but the application. */
        public static Step of(
                Predicate<LoanApplication> visible,
                Actor actor,
                String reason,
                Function<LoanApplication, Result<? extends LoanApplication, ApplicationRefusal>> decide) {
            return new Step(
                    visible,
                    actor,
                    reason,
                    found -> Uni.createFrom().item(decide.apply(found).map(next -> next)));
        }
    }

    /** The owner's view. */
    public static Predicate<LoanApplication> ownedBy(UUID customerId) {
        return application -> application.dossier().customerId().equals(customerId);
    }

    /** The bank's view. */
    public static Predicate<LoanApplication> any() {
        return application -> true;
    }

    /** As it stands, for those who may see it. */
    public Uni<Optional<LoanApplication>> find(Tx tx, UUID id, Predicate<LoanApplication> visible) {
        return applications.find(tx, id).map(found -> found.filter(visible));
    }

    /** The same, locked until the transaction ends: for what belongs to an application and depends on its state. */
    public Uni<Optional<LoanApplication>> findForUpdate(Tx tx, UUID id, Predicate<LoanApplication> visible) {
        return applications.findForUpdate(tx, id).map(found -> found.filter(visible));
    }

    /** Takes a step, or says why not; nothing is kept then. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> take(Tx tx, UUID id, Step step) {
        return findForUpdate(tx, id, step.visible())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new ApplicationRefusal.NotFound()))
                        : take(tx, found.get(), step));
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> take(Tx tx, LoanApplication from, Step step) {
        return step.decide().apply(from).flatMap(result -> switch (result) {
            case Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication to) ->
                applications
                        .save(tx, to, entry(from, to, step), clock.now())
                        .invoke(saved -> count(from, saved))
                        .map(Result::<LoanApplication, ApplicationRefusal>ok);
            case Result.Refused<LoanApplication, ApplicationRefusal> refused ->
                Uni.createFrom().item(refused);
        });
    }

    private void count(LoanApplication from, LoanApplication to) {
        if (from.state() != to.state()) {
            meters.entered(to.state());
        }
    }

    private @Nullable TimelineEntry entry(LoanApplication from, LoanApplication to, Step step) {
        Instant now = clock.now();
        return from.state() == to.state() && step.reason().isEmpty()
                ? null
                : new TimelineEntry(now, step.actor(), from.state(), to.state(), step.reason());
    }
}
