package io.anju.loan.disbursement;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Active;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Disbursing;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.PaidTranche;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Use cases from the sealed contract to the settled loan: an officer releases, other services tell the rest. */
@ApplicationScoped
public class Disbursement {

    private static final String ESCROW = "ESCROW-";

    private final Cases cases;
    private final Outbox outbox;
    private final BusinessClock clock;

    Disbursement(Cases cases, Outbox outbox, BusinessClock clock) {
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Orders the payout, in the transaction of the decision. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> release(Tx tx, UUID id, UUID officer) {
        return cases.take(
                        tx,
                        id,
                        Step.of(
                                Cases.any(),
                                new Actor.Officer(officer),
                                "RELEASED",
                                found -> found.<Contracted>in(Contracted.class, Act.RELEASE)
                                        .flatMap(contracted -> contracted.release(order(contracted, officer)))))
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(Disbursing paying)
                        ? outbox.append(tx, DisbursementOrdered.of(paying))
                        : Uni.createFrom().voidItem());
    }

    private DisbursementOrder order(Contracted contracted, UUID officer) {
        String seller = contracted.facts().property().sellerReference();
        String payee =
                Objects.requireNonNullElse(seller, ESCROW + contracted.dossier().id());
        return DisbursementOrder.on(clock.today(), contracted.approval().dueDay(), payee, officer);
    }

    /** contract-service told: all have signed and the bank has contracted. */
    public Uni<Void> contractSealed(Tx tx, UUID id, UUID contractId) {
        return told(tx, id, Approved.class, "contract-service", "CONTRACT_SEALED", a -> a.contracted(contractId));
    }

    /** contract-service told: the mortgage exists. */
    public Uni<Void> mortgageRegistered(Tx tx, UUID id, String certificateNumber) {
        return told(
                tx,
                id,
                Contracted.class,
                "contract-service",
                "MORTGAGE_REGISTERED",
                contracted -> contracted.registered(certificateNumber));
    }

    /** repayment-service told: the money of a tranche has arrived. */
    public Uni<Void> disbursed(Tx tx, UUID id, PaidTranche tranche) {
        return told(tx, id, Disbursing.class, "repayment-service", "DISBURSED", paying -> paying.disbursed(tranche));
    }

    /**
     * repayment-service told: nothing is owed of a tranche any more.
     *
     * @param contractSettled whether nothing is owed of any; told before all payouts were, it has to come again
     */
    public Uni<Void> settled(Tx tx, UUID id, boolean contractSettled) {
        return contractSettled
                ? told(tx, id, Active.class, "repayment-service", "SETTLED", Active::settled)
                : noted(tx, id, "repayment-service", "TRANCHE_SETTLED");
    }

    /** Something to remember that changes nothing. */
    public Uni<Void> noted(Tx tx, UUID id, String source, String reason) {
        return told(tx, id, LoanApplication.class, source, reason, application -> application);
    }

    /** A fact that does not fit the state fails, so that it comes again and, in the end, before an operator. */
    private <S extends LoanApplication> Uni<Void> told(
            Tx tx, UUID id, Class<S> from, String source, String reason, Function<S, LoanApplication> step) {
        return cases.take(
                        tx,
                        id,
                        Step.of(
                                Cases.any(),
                                new Actor.Service(source),
                                reason,
                                found -> found.<S>in(from, Act.RELEASE).map(step)))
                .invoke(result -> {
                    if (result instanceof Result.Refused<LoanApplication, ApplicationRefusal>(var refusal)) {
                        throw new IllegalStateException(
                                reason + " does not fit application " + id + ": " + refusal.evidence());
                    }
                })
                .replaceWithVoid();
    }
}
