package io.anju.identity.wallet.events;

import io.anju.identity.wallet.WalletRecord;
import io.anju.identity.wallet.WalletRecord.Step;
import io.anju.identity.wallet.WalletRecords;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Keeps that a wallet was linked, and that its holder unlinked it. */
@ApplicationScoped
class WalletListener implements EventHandler {

    private static final Map<String, Step> STEPS = Map.of(
            "anju.wallet.linked.v1", Step.LINKED,
            "anju.wallet.unlink-requested.v1", Step.UNLINK_REQUESTED,
            "anju.wallet.unlinked.v1", Step.UNLINKED);

    /** What is read of each event. */
    @RegisterForReflection
    record WalletFact(UUID customerId, UUID linkId) {}

    private final WalletRecords records;

    WalletListener(WalletRecords records) {
        this.records = records;
    }

    @Override
    public Set<String> types() {
        return STEPS.keySet();
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var told = event.dataAs(WalletFact.class);
        var step = Objects.requireNonNull(STEPS.get(event.type()));
        return records.add(tx, new WalletRecord(event.id(), told.linkId(), told.customerId(), step, event.time()));
    }
}
