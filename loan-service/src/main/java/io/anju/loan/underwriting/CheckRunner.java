package io.anju.loan.underwriting;

import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.anju.loan.application.Applications;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Checks what waits, one after the other, on any number of replicas: at once, or when a lease has ended. */
@ApplicationScoped
class CheckRunner {

    private final Underwriting underwriting;
    private final Rounds rounds = new Rounds("checking applications", this::run);

    CheckRunner(Underwriting underwriting) {
        this.underwriting = underwriting;
    }

    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(Applications.SUBMITTED_BELL, rounds::wake);
    }

    @NonBlocking
    @Scheduled(every = "1s", delayed = "1s")
    void tick() {
        rounds.wake();
    }

    private Uni<Void> run() {
        return underwriting
                .checkNext()
                .flatMap(found -> found ? run() : Uni.createFrom().voidItem());
    }
}
