package io.anju.loan.disbursement.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.disbursement.Disbursement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What contract-service and repayment-service tell of an application on its way from approved to settled. */
@ApplicationScoped
class LoanFactsListener implements EventHandler {

    /** What is read of these events; each carries its own part. */
    @RegisterForReflection
    record LoanFact(
            UUID applicationId,
            @Nullable UUID contractId,
            @Nullable UUID loanId,
            @Nullable String certificateNumber,
            @Nullable Integer tranche,
            @Nullable Boolean contractSettled) {

        PaidTranche paid() {
            return new PaidTranche(Objects.requireNonNull(tranche), Objects.requireNonNull(loanId));
        }
    }

    /** What becomes of a fact. */
    private interface Effect {
        Uni<Void> of(Tx tx, LoanFact fact);
    }

    private final Map<String, Effect> effects;

    LoanFactsListener(Disbursement disbursement) {
        this.effects = Map.of(
                "anju.contract.drafted.v1",
                (tx, fact) -> disbursement.noted(tx, fact.applicationId(), "contract-service", "CONTRACT_DRAFTED"),
                "anju.contract.signed.v1",
                (tx, fact) -> disbursement.noted(tx, fact.applicationId(), "contract-service", "CONTRACT_SIGNED"),
                "anju.contract.sealed.v1",
                (tx, fact) -> disbursement.contractSealed(
                        tx, fact.applicationId(), Objects.requireNonNull(fact.contractId())),
                "anju.mortgage.registered.v1",
                (tx, fact) -> disbursement.mortgageRegistered(
                        tx, fact.applicationId(), Objects.requireNonNull(fact.certificateNumber())),
                "anju.mortgage.released.v1",
                (tx, fact) -> disbursement.noted(tx, fact.applicationId(), "contract-service", "MORTGAGE_RELEASED"),
                "anju.loan.disbursed.v1",
                (tx, fact) -> disbursement.disbursed(tx, fact.applicationId(), fact.paid()),
                "anju.loan.settled.v1",
                (tx, fact) -> disbursement.settled(
                        tx, fact.applicationId(), Objects.requireNonNull(fact.contractSettled())));
    }

    @Override
    public Set<String> types() {
        return effects.keySet();
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return Objects.requireNonNull(effects.get(event.type())).of(tx, event.dataAs(LoanFact.class));
    }
}
