package io.anju.loan.underwriting;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.ApplicationWaits;
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
import io.anju.loan.underwriting.model.BureauAnswer;
import io.anju.loan.underwriting.model.ResidentId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Use case: check one submitted application. The bureau is asked between two transactions, never inside one; a check
 * that was left lying by a killed process is taken over when its lease ends. One that fails is put off ({@link PutOff}).
 */
@ApplicationScoped
public class Underwriting {

    static final Actor SYSTEM = new Actor.Service("loan-service");

    private final Transactions transactions;
    private final Applications applications;
    private final Cases cases;
    private final CaseGathering gathering;
    private final Consents consents;
    private final Parties parties;
    private final CreditBureau bureau;
    private final Assessments assessments;
    private final Outbox outbox;
    private final PutOff putOff;
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
            Outbox outbox,
            PutOff putOff,
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
        this.outbox = outbox;
        this.putOff = putOff;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the checks need from outside. */
    private record Evidence(BureauAnswer answer, int ageYears) {}

    /** Checks the next application that waits; answers whether there was one, whatever became of it. */
    public Uni<Boolean> checkNext() {
        return transactions
                .run(tx -> applications.leaseForCheck(tx, clock.now(), config.lease()))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : check(found.get()).replaceWith(true));
    }

    /** One that cannot be checked is put off, and holds up no other. */
    private Uni<Void> check(UUID id) {
        return transactions
                .run(tx -> begin(tx, id))
                .flatMap(begun -> begun.isEmpty() ? Uni.createFrom().voidItem() : check(begun.get()))
                .onFailure()
                .recoverWithUni(failure -> putOff.after(id, failure));
    }

    /** Empty when it was withdrawn meanwhile. */
    private Uni<Optional<Checking>> begin(Tx tx, UUID id) {
        return cases.findForUpdate(tx, id, Cases.any())
                .flatMap(found -> found.orElseThrow() instanceof Submitted
                        ? cases.take(tx, id, Step.of(Cases.any(), SYSTEM, "CHECKS_BEGUN", Underwriting::checking))
                        : Uni.createFrom().item(Result.<LoanApplication, ApplicationRefusal>ok(found.orElseThrow())))
                .map(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(Checking begun)
                        ? Optional.of(begun)
                        : Optional.empty());
    }

    private static Result<Checking, ApplicationRefusal> checking(LoanApplication found) {
        return found.<Submitted>in(Submitted.class, Act.CHECK).map(Submitted::check);
    }

    private Uni<Void> check(Checking application) {
        var dossier = application.dossier();
        return transactions
                .run(tx -> consents.findReceipt(tx, dossier.customerId()))
                .flatMap(consent -> consent.isEmpty()
                        ? transactions.run(tx -> returnForConsent(tx, dossier.id()))
                        : evidence(consent.get(), dossier.customerId())
                                .flatMap(evidence -> transactions.run(tx -> conclude(tx, dossier.id(), evidence))));
    }

    /** Nobody is asked about a person who does not consent (any more); the borrower is told, and can give it again. */
    private Uni<Void> returnForConsent(Tx tx, UUID id) {
        var step = Step.of(
                Cases.any(),
                SYSTEM,
                "CONSENT_WITHDRAWN",
                found -> found.<Checking>in(Checking.class, Act.CHECK).map(Checking::withoutConsent));
        return cases.take(tx, id, step)
                .call(result -> result
                                instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication waiting)
                        ? outbox.append(tx, ApplicationWaits.of(ApplicationWaits.INFORMATION_REQUESTED, waiting))
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    private Uni<Evidence> evidence(String consent, UUID customerId) {
        return parties.get(customerId)
                .flatMap(party -> bureau.report(consent, party)
                        .map(answer -> new Evidence(answer, ResidentId.ageOn(party.idNumber(), clock.today()))));
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
                        .gather(tx, checking, evidence.answer(), evidence.ageYears())
                        .map(facts -> Assessment.of(CaseGathering.reported(evidence.answer()), facts, config.limits()))
                        .call(assessment ->
                                assessments.add(tx, ids.next(), found.dossier().id(), assessment, clock.now()))
                        .map(assessment -> Result.ok(checking.assessed(brief(assessment))));
            case Result.Refused<Checking, ApplicationRefusal>(ApplicationRefusal refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        };
    }

    /** What the officers' states keep of it, and see first. */
    public static Findings brief(Assessment assessment) {
        return new Findings(
                assessment.rulesMet(), assessment.reasons(), assessment.score().points());
    }
}
