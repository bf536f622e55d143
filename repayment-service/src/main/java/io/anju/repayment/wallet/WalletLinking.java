package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.CollectionConfig;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.LimitBasis;
import io.anju.repayment.wallet.model.LimitRule;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Links a mortgage to a wallet: the limit is computed and goes into the agreement, which contract-service drafts; signed
 * and sealed, it puts the link in force, and the institution is told.
 */
@ApplicationScoped
public class WalletLinking {

    private final WalletLinks links;
    private final WalletInstitution institution;
    private final NoticeDesk notices;
    private final Loans loans;
    private final Bills bills;
    private final Ledger ledger;
    private final Outbox outbox;
    private final WalletConfig config;
    private final CollectionConfig collection;
    private final BusinessClock clock;
    private final Ids ids;

    WalletLinking(
            WalletLinks links,
            WalletInstitution institution,
            NoticeDesk notices,
            Loans loans,
            Bills bills,
            Ledger ledger,
            Outbox outbox,
            WalletConfig config,
            CollectionConfig collection,
            BusinessClock clock,
            Ids ids) {
        this.links = links;
        this.institution = institution;
        this.notices = notices;
        this.loans = loans;
        this.bills = bills;
        this.ledger = ledger;
        this.outbox = outbox;
        this.config = config;
        this.collection = collection;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What the customer asks for.
     *
     * @param code that the wallet's app shows its holder
     * @param automatic whether instalments are to be debited from it by themselves
     */
    public record Ask(UUID loanId, String code, boolean automatic) {}

    /** The customer's link. */
    public Uni<Optional<Kept>> find(Tx tx, UUID customerId, UUID id) {
        return links.findOwned(tx, customerId, id);
    }

    /** The customer's links, the newest first. */
    public Uni<List<Kept>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return links.listOfCustomer(tx, customerId, before, limit);
    }

    /** Begins a link. */
    public Uni<Result<WalletLink.Requested, WalletRefusal>> request(Tx tx, UUID customerId, Ask ask) {
        return loans.findOwnedForUpdate(tx, customerId, ask.loanId())
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new WalletRefusal.LoanUnknown(ask.loanId()));
                    case Loan.Opening opening -> refused(new WalletRefusal.LoanNotActive(ask.loanId()));
                    case Loan.Settled settled -> refused(new WalletRefusal.LoanNotActive(ask.loanId()));
                    case Loan.Active active -> unlessLinked(tx, active, ask);
                });
    }

    private Uni<Result<WalletLink.Requested, WalletRefusal>> unlessLinked(Tx tx, Loan.Active loan, Ask ask) {
        return links.findLive(tx, ask.loanId())
                .flatMap(live -> live.isPresent()
                        ? refused(new WalletRefusal.AlreadyLinked(
                                live.get().link().facts().id()))
                        : link(tx, loan, ask));
    }

    private Uni<Result<WalletLink.Requested, WalletRefusal>> link(Tx tx, Loan.Active loan, Ask ask) {
        UUID id = ids.next();
        return basis(tx, loan)
                .flatMap(basis -> institution.link(id, ask.code()).flatMap(answer -> switch (answer) {
                    case Result.Refused<WalletInstitution.Wallet, WalletRefusal>(WalletRefusal refusal) ->
                        refused(refusal);
                    case Result.Ok<WalletInstitution.Wallet, WalletRefusal>(WalletInstitution.Wallet wallet) ->
                        keep(tx, requested(id, loan, wallet, basis, ask.automatic()));
                }));
    }

    private Uni<LimitBasis> basis(Tx tx, Loan.Active loan) {
        UUID loanId = loan.agreement().id();
        return ledger.principalOwed(tx, List.of(loanId))
                .flatMap(owed -> bills.listOfLoan(tx, loanId)
                        .map(all -> LimitBasis.of(
                                owed.getOrDefault(loanId, 0L),
                                loan.agreement().terms().startDate(),
                                all,
                                clock.today(),
                                collection.graceDays())));
    }

    private WalletLink.Requested requested(
            UUID id, Loan.Active loan, WalletInstitution.Wallet wallet, LimitBasis basis, boolean automatic) {
        LimitRule rule = config.limit().rule();
        var facts = new WalletLink.Facts(
                id,
                loan.agreement().customerId(),
                loan.agreement().id(),
                ids.next(),
                wallet.token(),
                wallet.tail(),
                rule.limit(basis),
                basis,
                rule,
                clock.now());
        return new WalletLink.Requested(facts, automatic);
    }

    private Uni<Result<WalletLink.Requested, WalletRefusal>> keep(Tx tx, WalletLink.Requested link) {
        return links.add(tx, link)
                .flatMap(added -> outbox.append(
                        tx,
                        WalletAnnouncements.linkRequested(
                                link, config.undoWindow().toHours())))
                .replaceWith(Result.ok(link));
    }

    /** The agreement is in force; told again, nothing happens. Agreements of others are not ours. */
    public Uni<Void> agreed(Tx tx, UUID agreementId) {
        return follow(tx, agreementId, requested -> {
            WalletLink.Linked linked = requested.agreed(clock.now());
            return links.save(tx, linked)
                    .flatMap(saved -> notices.place(
                            tx,
                            linked.facts(),
                            WalletNotices.Kind.LIMIT,
                            linked.facts().limit()))
                    .flatMap(placed -> outbox.append(tx, WalletAnnouncements.linked(linked, false)));
        });
    }

    /** The agreement came to nothing; told again, nothing happens. */
    public Uni<Void> notAgreed(Tx tx, UUID agreementId) {
        return follow(
                tx,
                agreementId,
                requested -> links.save(tx, requested.notAgreed(clock.now()))
                        .flatMap(saved -> notices.place(tx, requested.facts(), WalletNotices.Kind.CLOSED, 0)));
    }

    private Uni<Void> follow(Tx tx, UUID agreementId, Function<WalletLink.Requested, Uni<Void>> work) {
        return links.findByAgreementForUpdate(tx, agreementId)
                .flatMap(found -> found.map(Kept::link).orElse(null) instanceof WalletLink.Requested requested
                        ? work.apply(requested)
                        : Uni.createFrom().voidItem());
    }

    /** Has instalments debited from the wallet by themselves, or not any more. */
    public Uni<Result<Kept, WalletRefusal>> automatic(Tx tx, UUID customerId, UUID id, boolean is) {
        return links.findOwnedForUpdate(tx, customerId, id).flatMap(found -> switch (found.map(Kept::link)
                .orElse(null)) {
            case null -> refused(new WalletRefusal.NotFound(id));
            case WalletLink.Linked linked -> {
                WalletLink after = linked.automatic(is);
                yield links.save(tx, after).map(version -> Result.ok(new Kept(after, version)));
            }
            default -> refused(new WalletRefusal.NotInForce(id));
        });
    }

    /** Evidence that the credit line was to pay an instalment, and did not. */
    public Uni<Void> noteCreditRefused(Tx tx, WalletLink link) {
        return outbox.append(tx, WalletAnnouncements.creditRefused(link.facts(), clock.now()));
    }

    private static <T> Uni<Result<T, WalletRefusal>> refused(WalletRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
