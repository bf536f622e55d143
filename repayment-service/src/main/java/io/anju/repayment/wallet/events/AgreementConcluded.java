package io.anju.repayment.wallet.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.WalletLinking;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears what became of the agreement that a link waits for. */
@ApplicationScoped
class AgreementConcluded implements EventHandler {

    private static final String SEALED = "anju.wallet-agreement.sealed.v1";
    private static final String ENDED = "anju.wallet-agreement.ended.v1";

    /** What this service reads of both events. */
    @RegisterForReflection
    record Data(UUID agreementId) {}

    private final WalletLinking linking;

    AgreementConcluded(WalletLinking linking) {
        this.linking = linking;
    }

    @Override
    public Set<String> types() {
        return Set.of(SEALED, ENDED);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        UUID agreement = event.dataAs(Data.class).agreementId();
        return event.type().equals(SEALED) ? linking.agreed(tx, agreement) : linking.notAgreed(tx, agreement);
    }
}
