package io.anju.care.complaint.events;

import io.anju.care.complaint.ComplaintFiles;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps who decided on an application, so that an appeal against it is answered by somebody else (10-rules: people involved recuse). */
@ApplicationScoped
class OnApplicationDecided implements EventHandler {

    private final ComplaintFiles files;

    OnApplicationDecided(ComplaintFiles files) {
        this.files = files;
    }

    /** @param deciders the two officers; a version before told none */
    @RegisterForReflection
    record Decided(
            UUID customerId, UUID applicationId, @Nullable Set<UUID> deciders) {}

    @Override
    public Set<String> types() {
        return Set.of("anju.application.decided.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var decided = event.dataAs(Decided.class);
        return decided.deciders() == null
                ? Uni.createFrom().voidItem()
                : files.recordDeciders(tx, decided.customerId(), decided.applicationId(), decided.deciders());
    }
}
