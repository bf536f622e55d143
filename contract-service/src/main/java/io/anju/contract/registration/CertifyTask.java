package io.anju.contract.registration;

import io.anju.contract.registration.model.CertificateFields;
import io.anju.contract.registration.model.Registration;
import io.anju.contract.registration.model.Settlement;
import io.anju.contract.sealing.PdfSealer;
import io.anju.contract.sealing.SealConfig;
import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Payloads;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.contract.template.TemplateLibrary;
import io.anju.contract.template.model.Filling;
import io.anju.contract.template.model.Template;
import io.anju.document.PdfRenderer;
import io.anju.document.model.Block;
import io.anju.document.model.Document;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and seals the settlement certificate; the bank alone seals it, nobody else signs. */
@ApplicationScoped
class CertifyTask implements TaskHandler {
    private final Contracts contracts;
    private final Registrations registrations;
    private final TemplateLibrary templates;
    private final PdfRenderer renderer;
    private final PdfSealer sealer;
    private final SealConfig config;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Vertx vertx;
    private final Payloads payloads;

    CertifyTask(
            Contracts contracts,
            Registrations registrations,
            TemplateLibrary templates,
            PdfRenderer renderer,
            PdfSealer sealer,
            SealConfig config,
            Outbox outbox,
            Transactions transactions,
            BusinessClock clock,
            Vertx vertx,
            Payloads payloads) {
        this.contracts = contracts;
        this.registrations = registrations;
        this.templates = templates;
        this.renderer = renderer;
        this.sealer = sealer;
        this.config = config;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
        this.payloads = payloads;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.CERTIFY;
    }

    private record Loaded(ContractFacts contract, Contents contents, Optional<String> mortgageCertificate) {}

    private record Certificate(Contract.Sealed contract, Contents contents, byte[] original, byte[] sealed) {}

    @Override
    public Uni<Outcome> work(Task task) {
        Settlement settlement = payloads.read(task, Settlement.class);
        return transactions
                .run(tx -> load(tx, settlement.contractId()))
                .flatMap(loaded -> vertx.executeBlocking(() -> certify(task.subject(), settlement, loaded)))
                .map(certificate -> new Outcome.Done(tx -> keep(tx, certificate, settlement.loanId())));
    }

    private Uni<Loaded> load(Tx tx, UUID contractId) {
        return contracts
                .find(tx, contractId)
                .flatMap(found -> contracts
                        .contents(tx, contractId)
                        .flatMap(contents -> registrations
                                .findByContractForUpdate(tx, contractId)
                                .map(registration -> new Loaded(
                                        found.orElseThrow().contract().facts(),
                                        contents,
                                        registration.flatMap(CertifyTask::certificateNumber)))));
    }

    private static Optional<String> certificateNumber(Registration registration) {
        return switch (registration) {
            case Registration.Registered registered -> Optional.of(registered.certificateNumber());
            case Registration.Releasing releasing -> Optional.of(releasing.certificateNumber());
            case Registration.Released released -> Optional.of(released.certificateNumber());
            case Registration.Pending _, Registration.Rejected _ -> Optional.empty();
        };
    }

    private Certificate certify(UUID id, Settlement settlement, Loaded loaded) {
        Template template = templates.newest(ContractKind.SETTLEMENT_CERTIFICATE.template());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        String number = loaded.contract().number() + "-JQ";
        // Of a contract of which a tranche was given up less was lent than was agreed on.
        long lent = settlement.contractPaidOut() == null ? loaded.contract().principal() : settlement.contractPaidOut();
        List<Block> blocks = new ArrayList<>(Filling.fill(
                template,
                CertificateFields.of(
                        number,
                        config.organisation(),
                        loaded.contents().party(),
                        loaded.contract().number(),
                        lent,
                        settlement.date(),
                        loaded.mortgageCertificate())));
        blocks.add(new Block.SealMark(config.organisation(), config.purpose()));
        byte[] original = renderer.render(new Document(template.title().zh(), number, now, blocks));
        byte[] sealed =
                sealer.seal(original, config.organisation(), template.title().zh(), now);
        ContractFacts facts = new ContractFacts(
                id,
                number,
                ContractKind.SETTLEMENT_CERTIFICATE,
                loaded.contract().customerId(),
                loaded.contract().applicationId(),
                template.version(),
                Digests.sha256Hex(original),
                lent,
                now);
        Contents contents =
                new Contents(loaded.contents().party(), loaded.contents().propertyCertificate(), List.of());
        return new Certificate(
                new Contract.Sealed(facts, Optional.empty(), Digests.sha256Hex(sealed), now),
                contents,
                original,
                sealed);
    }

    private Uni<Void> keep(Tx tx, Certificate certificate, UUID loanId) {
        UUID id = certificate.contract().facts().id();
        return contracts
                .add(
                        tx,
                        certificate.contract(),
                        certificate.contents(),
                        loanId,
                        Variant.ORIGINAL,
                        certificate.original())
                .chain(() -> contracts.addFile(tx, id, Variant.SEALED, certificate.sealed()))
                .chain(() -> outbox.append(tx, ContractEvents.certified(certificate.contract(), loanId)));
    }
}
