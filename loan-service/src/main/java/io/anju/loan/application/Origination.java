package io.anju.loan.application;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Dossier;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.Editable;
import io.anju.loan.application.model.Limits;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.anju.loan.application.model.Withdrawable;
import io.anju.loan.product.Products;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The borrower's use cases: begin, fill in, hand in, walk away, look. */
@ApplicationScoped
public class Origination {

    private final Applications applications;
    private final Cases cases;
    private final Products products;
    private final UploadedDocuments documents;
    private final Consents consents;
    private final ErasedCustomers erased;
    private final Outbox outbox;
    private final ApplicationMeters meters;
    private final OriginationConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    Origination(
            Applications applications,
            Cases cases,
            Products products,
            UploadedDocuments documents,
            Consents consents,
            ErasedCustomers erased,
            Outbox outbox,
            ApplicationMeters meters,
            OriginationConfig config,
            BusinessClock clock,
            Ids ids) {
        this.applications = applications;
        this.cases = cases;
        this.products = products;
        this.documents = documents;
        this.consents = consents;
        this.erased = erased;
        this.outbox = outbox;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A new draft under the product version offered today; empty when no such product is, refused when the customer has
     * as many drafts as anyone may.
     *
     * @throws UnauthorizedException for a customer who is erased
     */
    public Uni<Result<Optional<LoanApplication>, ApplicationRefusal>> begin(
            Tx tx, UUID customerId, String product, ApplicationDraft content) {
        return erased.hold(tx, customerId)
                .chain(() -> requireThere(tx, customerId))
                .chain(() -> products.findOffered(tx, product, clock.today()))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.ok(Optional.empty()))
                        : begin(tx, customerId, found.get(), content));
    }

    private Uni<Result<Optional<LoanApplication>, ApplicationRefusal>> begin(
            Tx tx, UUID customerId, ProductVersion product, ApplicationDraft content) {
        return applications
                .countDrafts(tx, customerId)
                .flatMap(drafts -> drafts >= config.maxDrafts()
                        ? Uni.createFrom()
                                .item(Result.refused(new ApplicationRefusal.TooManyDrafts(config.maxDrafts())))
                        : add(tx, customerId, product, content).map(begun -> Result.ok(Optional.of(begun))));
    }

    private Uni<LoanApplication> add(Tx tx, UUID customerId, ProductVersion product, ApplicationDraft content) {
        var dossier = new Dossier(ids.next(), customerId, product.code(), product.version(), clock.now(), 1);
        var draft = new Draft(dossier, content);
        var entry = new TimelineEntry(clock.now(), new Actor.Customer(customerId), null, State.DRAFT, "BEGUN");
        return applications
                .add(tx, draft, entry)
                .invoke(() -> meters.entered(State.DRAFT))
                .replaceWith(draft);
    }

    // As identity-service answers: there is nobody behind the token.
    private Uni<Void> requireThere(Tx tx, UUID customerId) {
        return erased.contains(tx, customerId)
                .invoke(gone -> {
                    if (gone) {
                        throw new UnauthorizedException();
                    }
                })
                .replaceWithVoid();
    }

    /** Changes the content of a draft, or of one that more was asked for. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> edit(
            Tx tx, UUID id, UUID customerId, UnaryOperator<ApplicationDraft> change) {
        var step = Step.of(
                Cases.ownedBy(customerId),
                new Actor.Customer(customerId),
                "",
                found -> found.in(Editable.class, Act.EDIT)
                        .map(editable -> editable.edit(change.apply(editable.content()))));
        return requireThere(tx, customerId).chain(() -> cases.take(tx, id, step));
    }

    /** Hands it in; the checks begin by themselves. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> submit(Tx tx, UUID id, UUID customerId) {
        var step = new Step(
                Cases.ownedBy(customerId),
                new Actor.Customer(customerId),
                "SUBMITTED",
                found -> submit(tx, found, customerId));
        return cases.take(tx, id, step)
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication done)
                        ? outbox.append(tx, ApplicationSubmitted.of(done))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> submit(Tx tx, LoanApplication found, UUID customerId) {
        var dossier = found.dossier();
        return products.get(tx, dossier.product(), dossier.productVersion())
                .flatMap(product -> documents
                        .kinds(tx, dossier.id())
                        .flatMap(kinds -> consents.findReceipt(tx, customerId)
                                .map(receipt -> found.<Editable>in(Editable.class, Act.SUBMIT)
                                        .flatMap(editable ->
                                                editable.submit(limits(product), kinds, receipt.isPresent()))
                                        .map(next -> next))));
    }

    private static Limits limits(ProductVersion product) {
        Map<TrancheKind, Long> ceilings = new HashMap<>();
        for (ProductTranche tranche : product.tranches()) {
            if (tranche.maxPrincipal() != null) {
                ceilings.put(tranche.kind(), tranche.maxPrincipal());
            }
        }
        return new Limits(
                product.minMonths(),
                product.maxMonths(),
                product.methods(),
                product.maxInterestOnlyMonths(),
                product.maxBulletMonths(),
                product.tranches().stream().map(ProductTranche::kind).toList(),
                ceilings);
    }

    /** Walks away; told to whoever drew up something for the application. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> withdraw(Tx tx, UUID id, UUID customerId) {
        return cases.take(
                        tx,
                        id,
                        Step.of(
                                Cases.ownedBy(customerId),
                                new Actor.Customer(customerId),
                                "WITHDRAWN",
                                found -> found.in(Withdrawable.class, Act.WITHDRAW)
                                        .map(Withdrawable::withdraw)))
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication done)
                        ? outbox.append(tx, ApplicationWithdrawn.of(done))
                        : Uni.createFrom().voidItem());
    }

    /** One of the customer's own. */
    public Uni<Optional<LoanApplication>> find(Tx tx, UUID id, UUID customerId) {
        return cases.find(tx, id, Cases.ownedBy(customerId));
    }

    /** The customer's own, newest first. */
    public Uni<List<LoanApplication>> list(Tx tx, UUID customerId, @Nullable UUID before, int limit) {
        return applications.listOfCustomer(tx, customerId, before, limit);
    }

    /** What happened to one of the customer's own; empty when there is no such application. */
    public Uni<Optional<List<TimelineEntry>>> timeline(Tx tx, UUID id, UUID customerId, int start, int limit) {
        return find(tx, id, customerId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : applications.timeline(tx, id, start, limit).map(Optional::of));
    }
}
