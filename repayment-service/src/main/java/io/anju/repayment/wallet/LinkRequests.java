package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.WalletInstitution.Wallet;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.LimitBasis;
import io.anju.repayment.wallet.model.LimitRule;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.anju.repayment.wallet.model.WalletWish;
import io.anju.repayment.wallet.model.WalletWish.Ending;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asks for a link. The institution is called between transactions, never inside one: the wish is kept first, with the
 * verification burnt and the limit computed; then the institution is asked under the wish's id, so that asking again is
 * harmless; then its answer is kept. Whoever dies in between is helped by the same request again; where nobody comes back,
 * or asks anew, the wish is given up and the institution told that nothing came of it.
 */
@ApplicationScoped
public class LinkRequests {

    private final Transactions transactions;
    private final WalletWishes wishes;
    private final WalletLinks links;
    private final WalletInstitution institution;
    private final NoticeDesk notices;
    private final Loans loans;
    private final Bills bills;
    private final Ledger ledger;
    private final Outbox outbox;
    private final WalletConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    LinkRequests(
            Transactions transactions,
            WalletWishes wishes,
            WalletLinks links,
            WalletInstitution institution,
            NoticeDesk notices,
            Loans loans,
            Bills bills,
            Ledger ledger,
            Outbox outbox,
            WalletConfig config,
            BusinessClock clock,
            Ids ids) {
        this.transactions = transactions;
        this.wishes = wishes;
        this.links = links;
        this.institution = institution;
        this.notices = notices;
        this.loans = loans;
        this.bills = bills;
        this.ledger = ledger;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** Keeps that a link is wished for, and its limit; {@link #ask} follows. A wish of before that has no answer goes. */
    public Uni<Result<WalletWish.Asked, WalletRefusal>> wish(Tx tx, UUID customerId, UUID loanId, boolean automatic) {
        return loans.findOwnedForUpdate(tx, customerId, loanId)
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new WalletRefusal.LoanUnknown(loanId));
                    case Loan.Opening opening -> refused(new WalletRefusal.LoanNotActive(loanId));
                    case Loan.Settled settled -> refused(new WalletRefusal.LoanNotActive(loanId));
                    case Loan.Cancelled cancelled -> refused(new WalletRefusal.LoanNotActive(loanId));
                    case Loan.Active active -> unlessLinked(tx, active, automatic);
                });
    }

    private Uni<Result<WalletWish.Asked, WalletRefusal>> unlessLinked(Tx tx, Loan.Active loan, boolean automatic) {
        UUID loanId = loan.agreement().id();
        return links.findLive(tx, loanId)
                .flatMap(live -> live.isPresent()
                        ? refused(new WalletRefusal.AlreadyLinked(
                                live.get().link().facts().id()))
                        : wishes.findAskedForUpdate(tx, loanId)
                                .flatMap(before -> before.map(old -> giveUp(tx, old))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                                .flatMap(free -> basis(tx, loan))
                                .flatMap(basis -> rule(tx, loan).map(rule -> asked(loan, basis, rule, automatic)))
                                .flatMap(wish -> wishes.add(tx, wish).replaceWith(Result.ok(wish))));
    }

    private Uni<LimitBasis> basis(Tx tx, Loan.Active loan) {
        UUID loanId = loan.agreement().id();
        return ledger.principalOwed(tx, List.of(loanId))
                .flatMap(owed -> bills.listOfLoan(tx, loanId)
                        .map(all -> LimitBasis.of(
                                owed.getOrDefault(loanId, 0L),
                                loan.agreement().terms().startDate(),
                                all,
                                clock.today())));
    }

    private Uni<LimitRule> rule(Tx tx, Loan.Active loan) {
        return wishes.grantedForUpdate(tx, loan.agreement().customerId())
                .map(config.limit().rule()::besides);
    }

    private WalletWish.Asked asked(Loan.Active loan, LimitBasis basis, LimitRule rule, boolean automatic) {
        return new WalletWish.Asked(
                ids.next(),
                loan.agreement().customerId(),
                loan.agreement().id(),
                ids.next(),
                automatic,
                rule.limit(basis),
                basis,
                rule,
                clock.now());
    }

    /**
     * Asks the institution and keeps its answer. Not in a transaction. For a wish that has its answer it answers with
     * that.
     */
    public Uni<Result<Kept, WalletRefusal>> ask(UUID customerId, UUID id, String code) {
        return transactions.run(tx -> wishes.find(tx, customerId, id)).flatMap(found -> switch (found.orElse(null)) {
            case WalletWish.Asked asked ->
                institution.link(id, code).flatMap(answer -> transactions.run(tx -> keep(tx, asked, answer)));
            case WalletWish.Over over -> refused(why(over));
            case null -> transactions.run(tx -> link(tx, customerId, id));
        });
    }

    /** What another request of the same kind has kept meanwhile stays. */
    private Uni<Result<Kept, WalletRefusal>> keep(Tx tx, WalletWish.Asked wish, Result<Wallet, WalletRefusal> answer) {
        // The loan's lock first, as whoever wishes takes them.
        return loans.findForUpdate(tx, wish.loanId())
                .flatMap(loan -> wishes.findForUpdate(tx, wish.customerId(), wish.id())
                        .flatMap(now -> switch (now.orElse(null)) {
                            case WalletWish.Asked asked -> {
                                boolean active = loan.map(StoredLoan::loan)
                                        .filter(Loan.Active.class::isInstance)
                                        .isPresent();
                                yield keep(tx, asked, answer, active);
                            }
                            case WalletWish.Over over -> refused(why(over));
                            case null -> link(tx, wish.customerId(), wish.id());
                        }));
    }

    private Uni<Result<Kept, WalletRefusal>> keep(
            Tx tx, WalletWish.Asked wish, Result<Wallet, WalletRefusal> answer, boolean active) {
        return switch (answer) {
            case Result.Refused<Wallet, WalletRefusal>(WalletRefusal refusal) ->
                wishes.end(tx, wish.id(), Ending.REFUSED, clock.now()).replaceWith(Result.refused(refusal));
            case Result.Ok<Wallet, WalletRefusal>(Wallet wallet)
            when active -> keep(tx, wish.answered(wallet.token(), wallet.tail()));
            case Result.Ok<Wallet, WalletRefusal>(Wallet wallet) ->
                giveUp(tx, wish).replaceWith(Result.refused(new WalletRefusal.LoanNotActive(wish.loanId())));
        };
    }

    private Uni<Result<Kept, WalletRefusal>> keep(Tx tx, WalletLink.Requested link) {
        long undoHours = config.undoWindow().toHours();
        return wishes.answered(tx, link, clock.today())
                .flatMap(kept -> outbox.append(tx, WalletAnnouncements.linkRequested(link, undoHours)))
                .flatMap(
                        told -> link(tx, link.facts().customerId(), link.facts().id()));
    }

    private Uni<Result<Kept, WalletRefusal>> link(Tx tx, UUID customerId, UUID id) {
        return links.findOwned(tx, customerId, id)
                .map(found -> found.<Result<Kept, WalletRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new WalletRefusal.NotFound(id))));
    }

    private static WalletRefusal why(WalletWish.Over over) {
        return switch (over.ending()) {
            case REFUSED -> new WalletRefusal.CodeWrong();
            case GIVEN_UP -> new WalletRefusal.GivenUp(over.id());
        };
    }

    /** The institution may have linked and its answer been lost: it is told that nothing came of it. */
    private Uni<Void> giveUp(Tx tx, WalletWish.Asked wish) {
        return wishes.end(tx, wish.id(), Ending.GIVEN_UP, clock.now())
                .flatMap(ended -> notices.place(tx, wish.id(), WalletNotices.Kind.CLOSED, 0));
    }

    @Scheduled(every = "${anju.wallet-link.window-round:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(() -> giveUpNext(clock.now().minus(config.wishPatience())))
                .whilst(given -> given)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Gives up one wish of before that instant for which nobody came back; answers whether there was one. */
    Uni<Boolean> giveUpNext(Instant before) {
        return transactions.run(tx -> wishes.takeOver(tx, before)
                .flatMap(found -> found.map(wish -> giveUp(tx, wish).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    private static <T> Uni<Result<T, WalletRefusal>> refused(WalletRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
