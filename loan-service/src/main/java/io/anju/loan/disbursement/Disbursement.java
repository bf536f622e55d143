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
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.DisbursementOrder;
import io.anju.loan.application.model.Disbursing;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.PaidTranche;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Use cases from the release of the money to the settled loan: an officer releases, repayment-service tells the rest. */
@ApplicationScoped
public class Disbursement {

    private static final String ESCROW = "ESCROW-";
    private static final String REPAYMENT = "repayment-service";

    private final Cases cases;
    private final ToldFacts facts;
    private final Outbox outbox;
    private final BusinessClock clock;

    Disbursement(Cases cases, ToldFacts facts, Outbox outbox, BusinessClock clock) {
        this.cases = cases;
        this.facts = facts;
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
        return DisbursementOrder.on(
                clock.today(),
                contracted.approval().dueDay(),
                contracted.approval().frequency(),
                payee,
                officer);
    }

    /** repayment-service told: the money of a tranche has arrived. */
    public Uni<Void> disbursed(Tx tx, UUID id, PaidTranche tranche) {
        return facts.told(
                tx,
                id,
                REPAYMENT,
                "DISBURSED",
                found -> found.<Disbursing>in(Disbursing.class, Act.RELEASE).map(paying -> paying.disbursed(tranche)));
    }

    /** repayment-service told: the rail refused to pay a tranche out; it is tried again, or given up. */
    public Uni<Void> payoutFailed(Tx tx, UUID id) {
        return facts.noted(tx, id, REPAYMENT, "PAYOUT_FAILED");
    }

    /**
     * repayment-service told: a tranche is not paid out after all.
     *
     * @param contractSettled whether nothing is owed, or to be paid out, of any
     */
    public Uni<Void> payoutCancelled(Tx tx, UUID id, int tranche, boolean contractSettled) {
        return facts.told(
                tx,
                id,
                REPAYMENT,
                "PAYOUT_CANCELLED",
                found -> found.<Disbursing>in(Disbursing.class, Act.RELEASE)
                        .map(paying -> paying.givenUp(tranche, contractSettled)));
    }

    /**
     * repayment-service told: nothing is owed of a tranche any more.
     *
     * @param contractSettled whether nothing is owed of any; told before all payouts were, it has to come again
     */
    public Uni<Void> settled(Tx tx, UUID id, boolean contractSettled) {
        return contractSettled
                ? facts.told(
                        tx,
                        id,
                        REPAYMENT,
                        "SETTLED",
                        found -> found.<Active>in(Active.class, Act.RELEASE).map(Active::settled))
                : facts.noted(tx, id, REPAYMENT, "TRANCHE_SETTLED");
    }

    /** repayment-service told: a tranche that was settled is being repaid again; it never tells so of a settled contract. */
    public Uni<Void> reopened(Tx tx, UUID id) {
        return facts.noted(tx, id, REPAYMENT, "TRANCHE_REOPENED");
    }
}
