package io.anju.contract.sealing;

import io.anju.contract.party.Identity;
import io.anju.contract.sealing.model.SignaturePage;
import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Signature;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.document.PdfRenderer;
import io.anju.kit.event.Outbox;
import io.anju.kit.http.Digests;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts signature page and seal behind a signed contract. A crash on the way leaves it signed and its task due again. */
@ApplicationScoped
public class Sealing implements TaskHandler {
    private final Contracts contracts;
    private final Identity identity;
    private final PdfRenderer renderer;
    private final PdfSealer sealer;
    private final SealConfig config;
    private final Tasks tasks;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Vertx vertx;

    Sealing(
            Contracts contracts,
            Identity identity,
            PdfRenderer renderer,
            PdfSealer sealer,
            SealConfig config,
            Tasks tasks,
            Outbox outbox,
            Transactions transactions,
            BusinessClock clock,
            Vertx vertx) {
        this.contracts = contracts;
        this.identity = identity;
        this.renderer = renderer;
        this.sealer = sealer;
        this.config = config;
        this.tasks = tasks;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.SEAL;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        UUID id = task.subject();
        return transactions.run(tx -> load(tx, id)).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom()
                        .item(new Outcome.Done(tx -> Uni.createFrom().voidItem()));
            }
            Loaded loaded = found.get();
            return identity.verificationEvidence(loaded.signature().verificationJti())
                    .flatMap(evidence -> vertx.executeBlocking(() -> seal(loaded, evidence)))
                    .map(file -> new Outcome.Done(tx -> keep(tx, file)));
        });
    }

    private record Loaded(
            Contract.Signed contract,
            Contents contents,
            byte[] original,
            Signature signature,
            List<ClauseReading> readings) {}

    private record SealedFile(Contract.Sealed contract, byte[] pdf, Optional<String> evidence) {}

    /** Empty when there is nothing to seal any more: withdrawn, or sealed by another replica. */
    private Uni<Optional<Loaded>> load(Tx tx, UUID id) {
        return contracts.find(tx, id).flatMap(found -> {
            if (found.isEmpty() || !(found.get().contract() instanceof Contract.Signed signed)) {
                return Uni.createFrom().item(Optional.<Loaded>empty());
            }
            return contracts
                    .contents(tx, id)
                    .flatMap(contents -> contracts
                            .findFile(tx, id, Variant.ORIGINAL)
                            .flatMap(file -> contracts
                                    .findSignature(tx, id)
                                    .flatMap(signature -> contracts
                                            .listReadings(tx, id)
                                            .map(readings -> Optional.of(new Loaded(
                                                    signed,
                                                    contents,
                                                    file.orElseThrow(),
                                                    signature.orElseThrow(),
                                                    readings))))));
        });
    }

    private SealedFile seal(Loaded loaded, Optional<String> evidence) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Signature signature = loaded.signature();
        SignaturePage page = new SignaturePage(
                loaded.contract().facts().number(),
                loaded.original().length,
                signature.pdfSha256(),
                loaded.contents().party().name(),
                signature.signedAt(),
                signature.verificationJti(),
                Digests.sha256Hex(evidence.orElse(signature.verificationToken())),
                loaded.contents().clauses(),
                loaded.readings(),
                config.organisation(),
                config.purpose());
        byte[] withPage = renderer.append(
                loaded.original(), page.blocks(), loaded.contract().facts().number());
        byte[] sealed = sealer.seal(withPage, config.organisation(), config.purpose(), now);
        return new SealedFile(loaded.contract().seal(Digests.sha256Hex(sealed), now), sealed, evidence);
    }

    /** The mortgage is the home loan's; an amendment leaves it as it is. */
    private Uni<Void> register(Tx tx, Contract.Sealed contract) {
        return contract.facts().kind() == ContractKind.HOME_LOAN
                ? tasks.schedule(tx, TaskKind.REGISTER, contract.facts().id(), "{}")
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> keep(Tx tx, SealedFile sealed) {
        UUID id = sealed.contract().facts().id();
        return contracts.findForUpdate(tx, id).flatMap(found -> {
            // Withdrawn while it was being sealed: the seal is thrown away.
            if (!(found.orElseThrow().contract() instanceof Contract.Signed)) {
                return Uni.createFrom().voidItem();
            }
            return sealed.evidence()
                    .map(evidence -> contracts.addSignatureEvidence(tx, id, evidence))
                    .orElseGet(() -> Uni.createFrom().voidItem())
                    .chain(() -> contracts.addFile(tx, id, Variant.SEALED, sealed.pdf()))
                    .chain(() -> contracts.save(tx, sealed.contract()))
                    .chain(() -> register(tx, sealed.contract()))
                    .chain(() -> outbox.append(tx, ContractEvents.sealed(sealed.contract())));
        });
    }
}
