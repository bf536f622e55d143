package io.anju.loan.disbursement;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.LoanApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** What an application becomes when another service tells a fact. */
@ApplicationScoped
class ToldFacts {

    private final Cases cases;

    ToldFacts(Cases cases) {
        this.cases = cases;
    }

    /** A fact that does not fit the state fails, so that it comes again and, in the end, before an operator. */
    Uni<Void> told(
            Tx tx,
            UUID id,
            String source,
            String reason,
            Function<LoanApplication, Result<? extends LoanApplication, ApplicationRefusal>> step) {
        return cases.take(tx, id, Step.of(Cases.any(), new Actor.Service(source), reason, step))
                .invoke(result -> {
                    if (result instanceof Result.Refused<LoanApplication, ApplicationRefusal>(var refusal)) {
                        throw new IllegalStateException(
                                reason + " does not fit application " + id + ": " + refusal.evidence());
                    }
                })
                .replaceWithVoid();
    }

    /** Something to remember that changes nothing. */
    Uni<Void> noted(Tx tx, UUID id, String source, String reason) {
        return told(tx, id, source, reason, Result::ok);
    }
}
