package io.anju.contract.drafting.events;

import io.anju.contract.drafting.model.WalletAgreement;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A wallet that is to be linked calls for an agreement; drafted outside the transaction, like a loan's contract. */
@ApplicationScoped
@RegisterForReflection(targets = WalletAgreement.class)
class OnWalletLinkRequested implements EventHandler {
    private final Tasks tasks;

    OnWalletLinkRequested(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.wallet.link-requested.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        WalletAgreement asked = event.dataAs(WalletAgreement.class);
        return tasks.schedule(
                tx,
                TaskKind.DRAFT_WALLET_AGREEMENT,
                asked.agreementId(),
                event.data().toString());
    }
}
