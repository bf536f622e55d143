package io.anju.contract.drafting;

import io.anju.contract.signing.ContractEvents;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Variant;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.contract.template.TemplateLibrary;
import io.anju.contract.template.model.FieldValue;
import io.anju.contract.template.model.Filling;
import io.anju.contract.template.model.Template;
import io.anju.document.PdfRenderer;
import io.anju.document.model.Document;
import io.anju.kit.event.Outbox;
import io.anju.kit.http.Digests;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How every contract that a customer signs comes to be: the newest text of its kind is filled in, the file made and
 * hashed; then the contract is kept with its file, and told, in one transaction.
 */
@ApplicationScoped
public class Draftsman {
    private final TemplateLibrary templates;
    private final PdfRenderer renderer;
    private final Contracts contracts;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Vertx vertx;

    Draftsman(
            TemplateLibrary templates,
            PdfRenderer renderer,
            Contracts contracts,
            Outbox outbox,
            BusinessClock clock,
            Vertx vertx) {
        this.templates = templates;
        this.renderer = renderer;
        this.contracts = contracts;
        this.outbox = outbox;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * What is to be drafted.
     *
     * @param id the contract's
     * @param number for people, printed on it
     * @param applicationId what it is for: the application of a loan, the link of a wallet agreement
     * @param principal fen
     * @param signBy last day on which it can be signed
     * @param propertyCertificate empty where no property is named
     * @param values of the template's fields
     * @param amends empty for a contract of its own
     */
    public record Order(
            UUID id,
            String number,
            ContractKind kind,
            UUID customerId,
            UUID applicationId,
            long principal,
            LocalDate signBy,
            Party party,
            String propertyCertificate,
            Map<String, FieldValue> values,
            Optional<ContractFacts.Amends> amends) {
        /** Keeps its own values. */
        public Order {
            values = Map.copyOf(values);
        }
    }

    /** A contract that nobody has been told of yet, with its file. */
    public record Draft(Contract.Drafted contract, Contents contents, byte[] pdf) {}

    /**
     * Drafts what is ordered. To work out the order and to render it is tens of milliseconds of computation: both are
     * done on a worker thread, never on the event loop.
     */
    public Uni<Draft> draft(Supplier<Order> order) {
        return vertx.executeBlocking(() -> drafted(order.get()));
    }

    private Draft drafted(Order order) {
        Template template = templates.newest(order.kind().template());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        byte[] pdf = renderer.render(
                new Document(template.title().zh(), order.number(), now, Filling.fill(template, order.values())));
        ContractFacts facts = new ContractFacts(
                order.id(),
                order.number(),
                order.kind(),
                order.customerId(),
                order.applicationId(),
                template.version(),
                Digests.sha256Hex(pdf),
                order.principal(),
                now,
                order.amends());
        Contents contents =
                new Contents(order.party(), order.propertyCertificate(), PrintedClause.all(template, order.values()));
        return new Draft(new Contract.Drafted(facts, order.signBy()), contents, pdf);
    }

    /** Keeps a draft and tells of it. */
    public Uni<Void> keep(Tx tx, Draft draft) {
        ContractFacts facts = draft.contract().facts();
        UUID loan = facts.amends().map(ContractFacts.Amends::loanId).orElse(null);
        return contracts
                .add(tx, draft.contract(), draft.contents(), loan, Variant.ORIGINAL, draft.pdf())
                .chain(() -> outbox.append(tx, ContractEvents.drafted(facts)));
    }

    /** For people: the day and the end of the id, such as {@code AJ-20261122-7F3A9C21B0D4}. */
    static String number(LocalDate today, UUID id) {
        return "AJ-" + today.toString().replace("-", "") + "-" + tail(id);
    }

    /** The end of an id, as it is printed in a number. */
    public static String tail(UUID id) {
        return id.toString().substring(24).toUpperCase(Locale.ROOT);
    }
}
