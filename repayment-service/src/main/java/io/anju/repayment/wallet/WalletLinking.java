package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A link's life after it was asked for ({@link LinkRequests}): contract-service drafts its agreement; signed and sealed,
 * that puts the link in force, and the institution is told.
 */
@ApplicationScoped
public class WalletLinking {

    private final WalletLinks links;
    private final NoticeDesk notices;
    private final LinkEnding ending;
    private final Loans loans;
    private final Outbox outbox;
    private final BusinessClock clock;

    WalletLinking(
            WalletLinks links, NoticeDesk notices, LinkEnding ending, Loans loans, Outbox outbox, BusinessClock clock) {
        this.links = links;
        this.notices = notices;
        this.ending = ending;
        this.loans = loans;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The customer's link. */
    public Uni<Optional<Kept>> find(Tx tx, UUID customerId, UUID id) {
        return links.findOwned(tx, customerId, id);
    }

    /** The customer's links, the newest first. */
    public Uni<List<Kept>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return links.listOfCustomer(tx, customerId, before, limit);
    }

    /**
     * The agreement is in force; told again, nothing happens. Agreements of others are not ours. Where the loan is over by
     * then, there is nothing to link.
     */
    public Uni<Void> agreed(Tx tx, UUID agreementId) {
        return follow(
                tx,
                agreementId,
                requested -> loans.findForUpdate(tx, requested.facts().loanId())
                        .flatMap(loan -> loan.orElseThrow().loan() instanceof Loan.Active
                                ? link(tx, requested.agreed(clock.now()))
                                : ending.end(tx, requested)));
    }

    private Uni<Void> link(Tx tx, WalletLink.Linked linked) {
        return links.save(tx, linked)
                .flatMap(saved -> notices.place(
                        tx,
                        linked.facts().id(),
                        WalletNotices.Kind.LIMIT,
                        linked.facts().limit()))
                .flatMap(placed -> outbox.append(tx, WalletAnnouncements.linked(linked, false)));
    }

    /** The agreement came to nothing; told again, nothing happens. */
    public Uni<Void> notAgreed(Tx tx, UUID agreementId) {
        return follow(
                tx,
                agreementId,
                requested -> links.save(tx, requested.notAgreed(clock.now()))
                        .flatMap(saved -> notices.place(tx, requested.facts().id(), WalletNotices.Kind.CLOSED, 0)));
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
