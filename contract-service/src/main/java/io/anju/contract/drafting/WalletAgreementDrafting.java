package io.anju.contract.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.digest.Sha256;
import io.anju.contract.drafting.model.WalletAgreement;
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
import java.util.Map;

/** Makes the agreement of a wallet that is to be linked. */
@ApplicationScoped
class WalletAgreementDrafting implements TaskHandler {
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

    WalletAgreementDrafting(
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
        return TaskKind.DRAFT_WALLET_AGREEMENT;
    }

    @Override
    public Uni<Outcome> work(Task task) {
        WalletAgreement asked = read(task.payload());
        return identity.party(asked.customerId())
                .flatMap(party -> vertx.executeBlocking(() -> draft(asked, party)))
                .map(draft -> new Outcome.Done(tx -> keep(tx, draft)));
    }

    private record Draft(Contract.Drafted contract, Contents contents, byte[] pdf) {}

    private Draft draft(WalletAgreement asked, Party party) {
        Template template = templates.newest(ContractKind.WALLET_AGREEMENT.template());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = clock.today();
        LocalDate expiresOn = today.plusDays(signing.daysToSign());
        String number = Drafting.number(today, asked.agreementId());
        Map<String, FieldValue> values = asked.fields(party, config.lender(), number, today, expiresOn);
        byte[] pdf = renderer.render(new Document(template.title().zh(), number, now, Filling.fill(template, values)));
        ContractFacts facts = new ContractFacts(
                asked.agreementId(),
                number,
                ContractKind.WALLET_AGREEMENT,
                asked.customerId(),
                asked.linkId(),
                template.version(),
                Sha256.hex(pdf),
                asked.mortgageBalance(),
                now);
        // No property is named in it.
        Contents contents = new Contents(party, "", PrintedClause.all(template, values));
        return new Draft(new Contract.Drafted(facts, expiresOn), contents, pdf);
    }

    private Uni<Void> keep(Tx tx, Draft draft) {
        return contracts
                .add(tx, draft.contract(), draft.contents(), null, Variant.ORIGINAL, draft.pdf())
                .chain(() -> outbox.append(
                        tx, ContractEvents.drafted(draft.contract().facts())));
    }

    private static WalletAgreement read(String payload) {
        try {
            return JSON.readValue(payload, WalletAgreement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the request kept with the task cannot be read", e);
        }
    }
}
