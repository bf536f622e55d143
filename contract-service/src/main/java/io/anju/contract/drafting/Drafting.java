package io.anju.contract.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.digest.Sha256;
import io.anju.contract.drafting.model.HomeLoanFields;
import io.anju.contract.drafting.model.LoanApproval;
import io.anju.contract.party.Identity;
import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.SigningConfig;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
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
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes the contract of an approved loan. */
@ApplicationScoped
public class Drafting implements TaskHandler {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Identity identity;
    private final TemplateLibrary templates;
    private final PdfRenderer renderer;
    private final Contracts contracts;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Vertx vertx;
    private final DraftingConfig config;
    private final SigningConfig signing;

    Drafting(
            Identity identity,
            TemplateLibrary templates,
            PdfRenderer renderer,
            Contracts contracts,
            Outbox outbox,
            BusinessClock clock,
            Vertx vertx,
            DraftingConfig config,
            SigningConfig signing) {
        this.identity = identity;
        this.templates = templates;
        this.renderer = renderer;
        this.contracts = contracts;
        this.outbox = outbox;
        this.clock = clock;
        this.vertx = vertx;
        this.config = config;
        this.signing = signing;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DRAFT;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        LoanApproval approval = read(task.payload());
        return identity.party(approval.customerId())
                // Rendering is tens of milliseconds of computation: on a worker thread, never on the event loop.
                .flatMap(party -> vertx.executeBlocking(() -> draft(task.subject(), approval, party)))
                .map(draft -> new Outcome.Done(tx -> keep(tx, draft)));
    }

    private record Draft(Contract.Drafted contract, Contents contents, byte[] pdf) {}

    private Draft draft(UUID id, LoanApproval approval, Party party) {
        Template template = templates.newest(ContractKind.HOME_LOAN.template());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = clock.today();
        LocalDate expiresOn = today.plusDays(signing.daysToSign());
        String number = number(today, id);
        Map<String, FieldValue> values = HomeLoanFields.of(
                approval,
                party,
                new HomeLoanFields.Terms(config.lender(), config.lateFactor()),
                number,
                today,
                expiresOn);
        byte[] pdf = renderer.render(new Document(template.title().zh(), number, now, Filling.fill(template, values)));
        ContractFacts facts = new ContractFacts(
                id,
                number,
                ContractKind.HOME_LOAN,
                approval.customerId(),
                approval.applicationId(),
                template.version(),
                Sha256.hex(pdf),
                approval.totalPrincipal(),
                now);
        Contents contents =
                new Contents(party, approval.property().certificateNumber(), PrintedClause.all(template, values));
        return new Draft(new Contract.Drafted(facts, expiresOn), contents, pdf);
    }

    private Uni<Void> keep(Tx tx, Draft draft) {
        return contracts
                .add(tx, draft.contract(), draft.contents(), null, Variant.ORIGINAL, draft.pdf())
                .chain(() -> outbox.append(
                        tx, ContractEvents.drafted(draft.contract().facts())));
    }

    /** For people: the day and the end of the id, such as {@code AJ-20261122-7F3A9C21B0D4}. */
    static String number(LocalDate today, UUID id) {
        String tail = id.toString().substring(24).toUpperCase(Locale.ROOT);
        return "AJ-" + today.toString().replace("-", "") + "-" + tail;
    }

    private static LoanApproval read(String payload) {
        try {
            return JSON.readValue(payload, LoanApproval.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the approval kept with the task cannot be read", e);
        }
    }
}
