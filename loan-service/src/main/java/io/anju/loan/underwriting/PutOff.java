package io.anju.loan.underwriting;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Applications;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.CheckProgress;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.underwriting.model.Assessment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What becomes of a check that failed: it is tried again, less and less often, and in the end given to the officers as
 * one that was not done. Nobody waits for ever on somebody who does not answer.
 */
@ApplicationScoped
class PutOff {

    private static final Logger LOG = Logger.getLogger(PutOff.class);

    private final Transactions transactions;
    private final Applications applications;
    private final Cases cases;
    private final Assessments assessments;
    private final UnderwritingConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    PutOff(
            Transactions transactions,
            Applications applications,
            Cases cases,
            Assessments assessments,
            UnderwritingConfig config,
            BusinessClock clock,
            Ids ids) {
        this.transactions = transactions;
        this.applications = applications;
        this.cases = cases;
        this.assessments = assessments;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Void> after(UUID id, Throwable failure) {
        String fault = fault(failure);
        if (failure instanceof CheckFault) {
            LOG.errorf("check of application %s put off: %s", id, fault);
        } else {
            LOG.warnf("check of application %s put off: %s", id, fault);
        }
        return transactions
                .run(tx -> applications
                        .checkProgress(tx, id)
                        .flatMap(progress ->
                                progress.since().plus(config.giveUpAfter()).isAfter(clock.now())
                                        ? postpone(tx, id, pause(progress), fault)
                                        : giveUp(tx, id, fault)))
                .onFailure()
                // One that cannot even be given up holds up no other.
                .recoverWithUni(() -> transactions.run(tx -> postpone(tx, id, config.backoffMax(), fault)));
    }

    private Uni<Void> postpone(Tx tx, UUID id, Duration pause, String fault) {
        return applications.postponeCheck(tx, id, clock.now().plus(pause), fault);
    }

    private Duration pause(CheckProgress progress) {
        var doubled = config.backoff().multipliedBy(1L << Math.min(Math.max(progress.attempts() - 1, 0), 10));
        return doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
    }

    private Uni<Void> giveUp(Tx tx, UUID id, String fault) {
        var step = new Step(Cases.any(), Underwriting.SYSTEM, "CHECKS_NOT_DONE", found -> giveUp(tx, found, fault));
        return cases.take(tx, id, step).flatMap(result -> switch (result) {
            case Result.Ok<LoanApplication, ApplicationRefusal> given ->
                Uni.createFrom().voidItem();
            // Not even begun; there is nothing that the officers could decide on.
            case Result.Refused<LoanApplication, ApplicationRefusal> left ->
                postpone(tx, id, config.backoffMax(), fault);
        });
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> giveUp(Tx tx, LoanApplication found, String fault) {
        return switch (found.<Checking>in(Checking.class, Act.CHECK)) {
            case Result.Ok<Checking, ApplicationRefusal>(Checking checking) -> {
                var assessment = Assessment.notDone(fault, config.giveUpAfter().toString());
                yield assessments
                        .add(tx, ids.next(), found.dossier().id(), assessment, clock.now())
                        .replaceWith(Result.ok(checking.assessed(Underwriting.brief(assessment))));
            }
            case Result.Refused<Checking, ApplicationRefusal>(ApplicationRefusal refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        };
    }

    /** Who was asked and what came of it; never a sentence, which might name somebody. */
    private static String fault(Throwable failure) {
        return switch (failure) {
            case CheckFault fault -> String.valueOf(fault.getMessage());
            case ProblemException away ->
                Optional.ofNullable(away.problem().evidence().get("dependency"))
                        .map(dependency -> dependency + " away")
                        .orElse(away.problem().code());
            default -> failure.getClass().getSimpleName();
        };
    }
}
