package io.anju.loan.underwriting;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Applications;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.Consents;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.Findings;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.Submitted;
import io.anju.loan.underwriting.model.Assessment;
import io.anju.loan.underwriting.model.BureauReport;
import io.anju.loan.underwriting.model.ResidentId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Use case: check one submitted application. The bureau is asked between two transactions, never inside one; a check
 * that was left lying by a killed process is taken over when its lease ends.
 */
@ApplicationScoped
public class Underwriting {

    private static final Logger LOG = Logger.getLogger(Underwriting.class);
    private static final Actor SYSTEM = new Actor.Service("loan-service");

    private final Transactions transactions;
    private final Applications applications;
    private final Cases cases;
    private final CaseGathering gathering;
    private final Consents consents;
    private final Parties parties;
    private final CreditBureau bureau;
    private final Assessments assessments;
    private final UnderwritingConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    Underwriting(
            Transactions transactions,
            Applications applications,
            Cases cases,
            CaseGathering gathering,
            Consents consents,
            Parties parties,
            CreditBureau bureau,
            Assessments assessments,
            UnderwritingConfig config,
            BusinessClock clock,
            Ids ids) {
        this.transactions = transactions;
        this.applications = applications;
        this.cases = cases;
        this.gathering = gathering;
        this.consents = consents;
        this.parties = parties;
        this.bureau = bureau;
        this.assessments = assessments;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the checks need from outside. */
    private record Evidence(BureauReport report, int ageYears) {}

    /** A case that is being checked, with the consent's receipt. */
    private record Taken(Checking application, Optional<String> consent) {}

    /** Checks the next application that waits; answers whether there was one. */
    public Uni<Boolean> checkNext() {
        return transactions
                .run(this::take)
                .flatMap(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : check(taken.get()).replaceWith(true));
    }

    private Uni<Optional<Taken>> take(Tx tx) {
        return applications
                .leaseForCheck(tx, clock.now(), config.lease())
                .flatMap(id -> id.isEmpty() ? Uni.createFrom().item(Optional.empty()) : begin(tx, id.get()));
    }

    private Uni<Optional<Taken>> begin(Tx tx, UUID id) {
        return applications
                .findForUpdate(tx, id)
                .flatMap(found -> found.orElseThrow() instanceof Submitted
                        ? cases.take(tx, id, Step.of(Cases.any(), SYSTEM, "CHECKS_BEGUN", Underwriting::checking))
                        : Uni.createFrom().item(Result.<LoanApplication, ApplicationRefusal>ok(found.orElseThrow())))
                .flatMap(
                        result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(Checking application)
                                ? taken(tx, application)
                                : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Taken>> taken(Tx tx, Checking application) {
        return consents.findReceipt(tx, application.dossier().customerId())
                .map(receipt -> Optional.of(new Taken(application, receipt)));
    }

    private static Result<Checking, ApplicationRefusal> checking(LoanApplication found) {
        return found.<Submitted>in(Submitted.class, Act.CHECK).map(Submitted::check);
    }

    private Uni<Void> check(Taken taken) {
        UUID id = taken.application().dossier().id();
        return evidence(taken)
                .flatMap(evidence -> transactions.run(tx -> conclude(tx, id, evidence)))
                .onFailure()
                .recoverWithUni(failure -> postpone(id, failure));
    }

    private Uni<Evidence> evidence(Taken taken) {
        String consent = taken.consent().orElseThrow(() -> new IllegalStateException("the consent was withdrawn"));
        return parties.get(taken.application().dossier().customerId())
                .flatMap(party -> bureau.report(consent, party)
                        .map(report -> new Evidence(report, ResidentId.ageOn(party.idNumber(), clock.today()))));
    }

    private Uni<Void> conclude(Tx tx, UUID id, Evidence evidence) {
        var step = new Step(Cases.any(), SYSTEM, "CHECKS_DONE", found -> conclude(tx, found, evidence));
        return cases.take(tx, id, step).replaceWithVoid();
    }

    /** Decided in the same transaction that keeps the assessment; withdrawn meanwhile, nothing is kept. */
    private Uni<Result<LoanApplication, ApplicationRefusal>> conclude(Tx tx, LoanApplication found, Evidence evidence) {
        return switch (found.<Checking>in(Checking.class, Act.CHECK)) {
            case Result.Ok<Checking, ApplicationRefusal>(Checking checking) ->
                gathering
                        .gather(tx, checking, evidence.report(), evidence.ageYears())
                        .map(facts -> Assessment.of(evidence.report().reportId(), facts, config.limits()))
                        .call(assessment ->
                                assessments.add(tx, ids.next(), found.dossier().id(), assessment, clock.now()))
                        .map(assessment -> Result.ok(checking.assessed(brief(assessment))));
            case Result.Refused<Checking, ApplicationRefusal>(ApplicationRefusal refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        };
    }

    private static Findings brief(Assessment assessment) {
        return new Findings(
                assessment.rulesMet(), assessment.reasons(), assessment.score().points());
    }

    private Uni<Void> postpone(UUID id, Throwable failure) {
        LOG.warnf("check of application %s put off: %s", id, failure.getClass().getSimpleName());
        return transactions.run(tx -> applications.checkAttempts(tx, id).flatMap(attempts -> {
            var doubled = config.backoff().multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
            var pause = doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
            return applications.postponeCheck(tx, id, clock.now().plus(pause));
        }));
    }
}
