package io.anju.contract.signing;

import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.Contracts.Signature;
import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ReadingTime;
import io.anju.contract.signing.model.SigningAttempt;
import io.anju.contract.signing.model.SigningRefusal;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.contract.template.TemplateLibrary;
import io.anju.contract.template.model.Clause;
import io.anju.contract.template.model.Template;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.VerifiedAct;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Use cases of reading and signing: load, decide, save, tell. */
@ApplicationScoped
public class Signing {
    private final Contracts contracts;
    private final TemplateLibrary templates;
    private final Tasks tasks;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final SigningConfig config;

    Signing(
            Contracts contracts,
            TemplateLibrary templates,
            Tasks tasks,
            Outbox outbox,
            BusinessClock clock,
            SigningConfig config) {
        this.config = config;
        this.contracts = contracts;
        this.templates = templates;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A clause as read by the signer, from the request. */
    public record ReadClause(String clauseId, Instant shownAt, int secondsShown, String answer) {}

    /** One of the customer's own contracts; somebody else's is not found. */
    public Uni<Kept> own(Tx tx, UUID customerId, UUID id) {
        return contracts
                .find(tx, id)
                .map(found -> found.filter(
                                kept -> kept.contract().facts().customerId().equals(customerId))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** The template that a contract was made from. */
    public Template template(Contract contract) {
        return templates.get(
                contract.facts().kind().template(), contract.facts().templateVersion());
    }

    /** Keeps the evidence that a clause was read; a wrong answer is kept too and confirms nothing. */
    public Uni<Result<ClauseReading, SigningRefusal>> confirm(Tx tx, UUID customerId, UUID id, ReadClause read) {
        return ownForUpdate(tx, customerId, id).flatMap(contract -> {
            if (!(contract instanceof Contract.Drafted)) {
                return refused(contract);
            }
            Clause clause = template(contract)
                    .findClause(read.clauseId())
                    .orElseThrow(() -> new ProblemException(Problem.notFound()));
            return contracts.listReadings(tx, id).flatMap(before -> switch (reading(contract, clause, read, before)) {
                case Result.Ok<ClauseReading, SigningRefusal>(ClauseReading reading) ->
                    contracts.addReading(tx, id, customerId, reading).map(kept -> Result.ok(reading));
                case Result.Refused<ClauseReading, SigningRefusal> refused ->
                    Uni.createFrom().item(refused);
            });
        });
    }

    private Result<ClauseReading, SigningRefusal> reading(
            Contract contract, Clause clause, ReadClause read, List<ClauseReading> before) {
        ReadingTime time = new ReadingTime(contract.facts().draftedAt(), clock.now(), config.clockSkew());
        return ClauseReading.of(clause, read.shownAt(), read.secondsShown(), read.answer(), time, before);
    }

    /** The borrower signs the file with this hash; the verification is the signature's evidence. */
    public Uni<Result<Contract.Signed, SigningRefusal>> sign(
            Tx tx, UUID customerId, UUID id, String pdfSha256, VerifiedAct verification) {
        return ownForUpdate(tx, customerId, id)
                .flatMap(contract -> contracts.listReadings(tx, id).flatMap(readings -> {
                    if (!(contract instanceof Contract.Drafted drafted)) {
                        return refused(contract);
                    }
                    return switch (drafted.sign(attempt(contract, pdfSha256, readings))) {
                        case Result.Ok<Contract.Signed, SigningRefusal>(Contract.Signed signed) ->
                            keepSigned(tx, signed, verification).map(kept -> Result.ok(signed));
                        case Result.Refused<Contract.Signed, SigningRefusal> refused ->
                            Uni.createFrom().item(refused);
                    };
                }));
    }

    /** The borrower says no to a drafted contract. */
    public Uni<Result<Contract.Ended, SigningRefusal>> decline(Tx tx, UUID customerId, UUID id, String reason) {
        return ownForUpdate(tx, customerId, id)
                .flatMap(contract -> contract instanceof Contract.Drafted drafted
                        ? keepEnded(tx, drafted.decline(clock.now(), reason))
                        : refused(contract));
    }

    /** The bank takes back a contract that is not sealed yet. */
    public Uni<Result<Contract.Ended, SigningRefusal>> withdraw(Tx tx, UUID id, String reason) {
        return contracts.findForUpdate(tx, id).flatMap(found -> {
            Contract contract = found.orElseThrow(() -> new ProblemException(Problem.notFound()))
                    .contract();
            return switch (contract) {
                case Contract.Drafted drafted -> keepEnded(tx, drafted.withdraw(clock.now(), reason));
                case Contract.Signed signed -> keepEnded(tx, signed.withdraw(clock.now(), reason));
                case Contract.Sealed _, Contract.Rescinded _, Contract.Ended _ -> refused(contract);
            };
        });
    }

    /** Ends a contract that nobody signed in time. */
    Uni<Void> expire(Tx tx, Contract contract) {
        if (contract instanceof Contract.Drafted drafted) {
            return drafted.expire(clock.today(), clock.now())
                    .map(ended -> keepEnded(tx, ended).replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem());
        }
        return Uni.createFrom().voidItem();
    }

    private SigningAttempt attempt(Contract contract, String pdfSha256, List<ClauseReading> readings) {
        return new SigningAttempt(
                pdfSha256,
                template(contract).importantClauses().stream().map(Clause::id).toList(),
                readings.stream()
                        .filter(ClauseReading::correct)
                        .map(ClauseReading::clauseId)
                        .toList(),
                clock.today(),
                clock.now());
    }

    private Uni<Void> keepSigned(Tx tx, Contract.Signed signed, VerifiedAct verification) {
        UUID id = signed.facts().id();
        Signature signature = new Signature(
                signed.facts().customerId(),
                signed.facts().pdfSha256(),
                verification.jti(),
                verification.token(),
                signed.signedAt());
        return contracts
                .addSignature(tx, id, signature)
                .chain(() -> contracts.save(tx, signed))
                .chain(() -> tasks.schedule(tx, TaskKind.SEAL, id, "{}"))
                .chain(() -> outbox.append(tx, ContractEvents.signed(signed.facts())));
    }

    private Uni<Result<Contract.Ended, SigningRefusal>> keepEnded(Tx tx, Contract.Ended ended) {
        return contracts
                .save(tx, ended)
                .chain(() -> outbox.append(tx, ContractEvents.ended(ended)))
                .map(kept -> Result.ok(ended));
    }

    private Uni<Contract> ownForUpdate(Tx tx, UUID customerId, UUID id) {
        return contracts
                .findForUpdate(tx, id)
                .map(found -> found.map(Kept::contract)
                        .filter(contract -> contract.facts().customerId().equals(customerId))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private static <T> Uni<Result<T, SigningRefusal>> refused(Contract contract) {
        return Uni.createFrom().item(Result.refused(new SigningRefusal.NotOpen(contract.stateName())));
    }
}
