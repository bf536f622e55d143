package io.anju.repayment.change.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.Amendments;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears what became of the amendment that a change waits for. */
@ApplicationScoped
class AmendmentNews implements EventHandler {

    private static final String SEALED = "anju.contract.amended.v1";
    private static final String ENDED = "anju.contract.amendment-ended.v1";

    /**
     * @param contractId the amendment's id, which is the change's
     * @param ending how it came to nothing: DECLINED, EXPIRED, WITHDRAWN; absent when it is sealed
     */
    @RegisterForReflection
    record Data(UUID contractId, UUID loanId, @Nullable String ending) {}

    private final Amendments amendments;

    AmendmentNews(Amendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public Set<String> types() {
        return Set.of(SEALED, ENDED);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        Data data = event.dataAs(Data.class);
        return data.ending() == null
                ? amendments.inForce(tx, data.loanId(), data.contractId())
                : amendments.ended(tx, data.loanId(), data.contractId(), data.ending());
    }
}
