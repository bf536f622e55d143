package io.anju.loan.underwriting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks what waits, one after the other, on any number of replicas. */
@ApplicationScoped
class CheckRunner {

    private final Underwriting underwriting;

    CheckRunner(Underwriting underwriting) {
        this.underwriting = underwriting;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return underwriting
                .checkNext()
                .flatMap(found -> found ? run() : Uni.createFrom().voidItem());
    }
}
