package io.anju.loan.review;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.LoanApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;

/** Use case: another contract, where the one before came to nothing. */
@ApplicationScoped
public class Redrafting {

    private final Cases cases;
    private final Outbox outbox;
    private final ReviewConfig config;
    private final BusinessClock clock;

    Redrafting(Cases cases, Outbox outbox, ReviewConfig config, BusinessClock clock) {
        this.cases = cases;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** The borrower asks for it. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> byBorrower(Tx tx, UUID id, UUID customerId) {
        return redraft(tx, id, Cases.ownedBy(customerId), new Actor.Customer(customerId));
    }

    /** The bank offers it. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> byBank(Tx tx, UUID id, UUID officer) {
        return redraft(tx, id, Cases.any(), new Actor.Officer(officer));
    }

    /** The approval is told once more: what is drawn up from it is a new contract. */
    private Uni<Result<LoanApplication, ApplicationRefusal>> redraft(
            Tx tx, UUID id, Predicate<LoanApplication> visible, Actor by) {
        return cases.take(
                        tx,
                        id,
                        Step.of(
                                visible,
                                by,
                                "CONTRACT_REQUESTED",
                                found -> found.<ContractEnded>in(ContractEnded.class, Act.REQUEST_CONTRACT)
                                        .flatMap(ended -> ended.redraft(by, clock.today(), config.approvalDays()))))
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(Approved approved)
                        ? outbox.append(tx, LoanApproved.of(approved))
                        : Uni.createFrom().voidItem());
    }
}
