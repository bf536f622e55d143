package io.anju.loan.review;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Declined;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.underwriting.Assessments;
import io.anju.loan.underwriting.Underwriting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Use case: a decline was appealed against, and the appeal is upheld. Two people who had no part in it decide anew. */
@ApplicationScoped
public class Reopening {
    private static final Logger LOG = Logger.getLogger(Reopening.class);

    private final Cases cases;
    private final Assessments assessments;

    Reopening(Cases cases, Assessments assessments) {
        this.cases = cases;
        this.assessments = assessments;
    }

    /**
     * Opens a declined application again. What is not declined any more, or is not the appellant's, stays as it is: the
     * fact was told twice, or is about something else.
     */
    public Uni<Void> appealUpheld(Tx tx, UUID id, UUID customerId) {
        var step = new Step(
                Cases.ownedBy(customerId),
                new Actor.Service("care-service"),
                "APPEAL_UPHELD",
                found -> found instanceof Declined declined ? reopened(tx, declined) : notDeclined(found));
        return cases.take(tx, id, step)
                .invoke(result -> {
                    if (result instanceof Result.Refused<?, ApplicationRefusal>(ApplicationRefusal refusal)) {
                        LOG.warnf("an upheld appeal leaves application %s as it is: %s", id, refusal.code());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> reopened(Tx tx, Declined declined) {
        return assessments
                .findLatest(tx, declined.dossier().id())
                .map(found -> found.<Result<LoanApplication, ApplicationRefusal>>map(
                                assessment -> Result.ok(declined.reopen(Underwriting.brief(assessment))))
                        .orElseGet(() -> Result.refused(new ApplicationRefusal.NotFound())));
    }

    private static Uni<Result<LoanApplication, ApplicationRefusal>> notDeclined(LoanApplication found) {
        return Uni.createFrom().item(Result.refused(new ApplicationRefusal.NotPossible(Act.DECIDE, found.state())));
    }
}
