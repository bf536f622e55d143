package io.anju.contract.rescission.events;

import io.anju.contract.rescission.Rescission;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A borrower has walked away. */
@ApplicationScoped
class OnApplicationWithdrawn implements EventHandler {
    private final Rescission rescission;

    OnApplicationWithdrawn(Rescission rescission) {
        this.rescission = rescission;
    }

    /** What is read of {@code anju.application.withdrawn.v1}. */
    @RegisterForReflection
    record Data(UUID applicationId) {}

    @Override
    public Set<String> types() {
        return Set.of("anju.application.withdrawn.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return rescission.applicationWithdrawn(tx, event.dataAs(Data.class).applicationId());
    }
}
