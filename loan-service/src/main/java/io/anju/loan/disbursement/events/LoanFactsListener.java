package io.anju.loan.disbursement.events;

import static java.util.Objects.requireNonNull;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.ContractEnded.Ending;
import io.anju.loan.application.model.PaidTranche;
import io.anju.loan.disbursement.ContractNews;
import io.anju.loan.disbursement.Disbursement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
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
            @Nullable String reason,
            @Nullable Integer tranche,
            @Nullable Boolean contractSettled) {

        PaidTranche paid() {
            return new PaidTranche(requireNonNull(tranche), requireNonNull(loanId));
        }
    }

    /** What becomes of a fact. */
    private interface Effect {
        Uni<Void> of(Tx tx, LoanFact fact);
    }

    private final Map<String, Effect> effects;

    LoanFactsListener(Disbursement disbursement, ContractNews contract) {
        this.effects = Map.ofEntries(
                noted("anju.contract.drafted.v1", contract, "CONTRACT_DRAFTED"),
                noted("anju.contract.signed.v1", contract, "CONTRACT_SIGNED"),
                entry(
                        "anju.contract.sealed.v1",
                        (tx, fact) ->
                                contract.contractSealed(tx, fact.applicationId(), requireNonNull(fact.contractId()))),
                ended("anju.contract.declined.v1", contract, Ending.DECLINED),
                ended("anju.contract.expired.v1", contract, Ending.EXPIRED),
                ended("anju.contract.withdrawn.v1", contract, Ending.WITHDRAWN),
                noted("anju.contract.rescinded.v1", contract, "CONTRACT_RESCINDED"),
                noted("anju.contract.amended.v1", contract, "CONTRACT_AMENDED"),
                entry(
                        "anju.mortgage.registered.v1",
                        (tx, fact) -> contract.mortgageRegistered(
                                tx, fact.applicationId(), requireNonNull(fact.certificateNumber()))),
                entry(
                        "anju.mortgage.rejected.v1",
                        (tx, fact) ->
                                contract.mortgageRejected(tx, fact.applicationId(), requireNonNull(fact.reason()))),
                noted("anju.mortgage.released.v1", contract, "MORTGAGE_RELEASED"),
                entry(
                        "anju.loan.disbursed.v1",
                        (tx, fact) -> disbursement.disbursed(tx, fact.applicationId(), fact.paid())),
                entry("anju.loan.payout-failed.v1", (tx, fact) -> disbursement.payoutFailed(tx, fact.applicationId())),
                entry(
                        "anju.loan.payout-cancelled.v1",
                        (tx, fact) -> disbursement.payoutCancelled(
                                tx,
                                fact.applicationId(),
                                requireNonNull(fact.tranche()),
                                requireNonNull(fact.contractSettled()))),
                entry(
                        "anju.loan.settled.v1",
                        (tx, fact) ->
                                disbursement.settled(tx, fact.applicationId(), requireNonNull(fact.contractSettled()))),
                entry("anju.loan.reopened.v1", (tx, fact) -> disbursement.reopened(tx, fact.applicationId())));
    }

    private static Map.Entry<String, Effect> noted(String type, ContractNews contract, String reason) {
        return entry(type, (tx, fact) -> contract.noted(tx, fact.applicationId(), reason));
    }

    private static Map.Entry<String, Effect> ended(String type, ContractNews contract, Ending ending) {
        return entry(type, (tx, fact) -> contract.contractEnded(tx, fact.applicationId(), ending));
    }

    private static Map.Entry<String, Effect> entry(String type, Effect effect) {
        return Map.entry(type, effect);
    }

    @Override
    public Set<String> types() {
        return effects.keySet();
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return requireNonNull(effects.get(event.type())).of(tx, event.dataAs(LoanFact.class));
    }
}
