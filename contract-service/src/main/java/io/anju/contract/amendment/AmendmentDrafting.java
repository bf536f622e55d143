package io.anju.contract.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.amendment.model.AmendmentFields;
import io.anju.contract.amendment.model.AmendmentWanted;
import io.anju.contract.digest.Sha256;
import io.anju.contract.drafting.DraftingConfig;
import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.contract.task.Outcome;
import io.anju.contract.task.Task;
import io.anju.contract.task.TaskHandler;
import io.anju.contract.task.TaskKind;
import io.anju.contract.template.TemplateLibrary;
import io.anju.contract.template.model.FieldValue;
import io.anju.contract.template.model.Filling;
import io.anju.contract.template.model.Template;
import io.anju.document.PdfRenderer;
import io.anju.document.model.Document;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Makes the amendment of a contract in force: whose it is and which property secures it is taken from that contract. */
@ApplicationScoped
class AmendmentDrafting implements TaskHandler {
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Contracts contracts;
    private final TemplateLibrary templates;
    private final PdfRenderer renderer;
    private final DraftingConfig config;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Vertx vertx;

    AmendmentDrafting(
            Contracts contracts,
            TemplateLibrary templates,
            PdfRenderer renderer,
            DraftingConfig config,
            Outbox outbox,
            Transactions transactions,
            BusinessClock clock,
            Vertx vertx) {
        this.contracts = contracts;
        this.templates = templates;
        this.renderer = renderer;
        this.config = config;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
    }

    private record Amended(ContractFacts facts, Contents contents) {}

    private record Draft(Contract.Drafted contract, Contents contents, byte[] pdf) {}

    @Override
    public TaskKind kind() {
        return TaskKind.AMEND;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        AmendmentWanted wanted = read(task.payload());
        return transactions
                .run(tx -> load(tx, wanted))
                .flatMap(amended -> vertx.executeBlocking(() -> draft(wanted, amended)))
                .map(draft -> new Outcome.Done(tx -> keepOnce(tx, draft)));
    }

    /** The change's id is the amendment's, so that being asked twice is being asked once. */
    private Uni<Void> keepOnce(Tx tx, Draft draft) {
        return contracts
                .find(tx, draft.contract().facts().id())
                .flatMap(found -> found.isPresent() ? Uni.createFrom().voidItem() : keep(tx, draft));
    }

    private Uni<Amended> load(Tx tx, AmendmentWanted wanted) {
        return contracts
                .find(tx, wanted.contractId())
                .map(found -> found.map(Contracts.Kept::contract)
                        .filter(Contract.Sealed.class::isInstance)
                        .map(Contract::facts)
                        .filter(facts -> facts.customerId().equals(wanted.customerId()))
                        .orElseThrow(() ->
                                new IllegalStateException("no contract in force to amend: " + wanted.contractId())))
                .flatMap(facts ->
                        contracts.contents(tx, wanted.contractId()).map(contents -> new Amended(facts, contents)));
    }

    private Draft draft(AmendmentWanted wanted, Amended amended) {
        Template template = templates.newest(wanted.kind().contract().template());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        String number = number(amended.facts(), wanted);
        Map<String, FieldValue> values = AmendmentFields.of(
                wanted,
                new AmendmentFields.Paper(
                        number,
                        amended.facts().number(),
                        clock.today(),
                        config.lender(),
                        amended.contents().party()));
        byte[] pdf = renderer.render(new Document(template.title().zh(), number, now, Filling.fill(template, values)));
        ContractFacts facts = new ContractFacts(
                wanted.changeId(),
                number,
                wanted.kind().contract(),
                wanted.customerId(),
                amended.facts().applicationId(),
                template.version(),
                Sha256.hex(pdf),
                wanted.principal(),
                now,
                Optional.of(new ContractFacts.Amends(wanted.contractId(), wanted.loanId())));
        Contents contents = new Contents(
                amended.contents().party(),
                amended.contents().propertyCertificate(),
                PrintedClause.all(template, values));
        return new Draft(new Contract.Drafted(facts, wanted.signBy()), contents, pdf);
    }

    /** The contract's own and the end of the change's id: {@code AJ-20261122-7F3A9C21B0D4-BC-1F2E3D4C5B6A}. */
    private static String number(ContractFacts amended, AmendmentWanted wanted) {
        String tail = wanted.changeId().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
        return amended.number() + "-BC-" + tail;
    }

    private Uni<Void> keep(Tx tx, Draft draft) {
        ContractFacts facts = draft.contract().facts();
        return contracts
                .add(
                        tx,
                        draft.contract(),
                        draft.contents(),
                        facts.amends().orElseThrow().loanId(),
                        Variant.ORIGINAL,
                        draft.pdf())
                .chain(() -> outbox.append(tx, ContractEvents.drafted(facts)));
    }

    private static AmendmentWanted read(String payload) {
        try {
            return JSON.readValue(payload, AmendmentWanted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the change kept with the task cannot be read", e);
        }
    }
}
