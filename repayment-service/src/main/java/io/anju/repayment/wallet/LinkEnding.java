package io.anju.repayment.wallet;

import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.EndsWithLoan;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletLink;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Ends a wallet's link with the loan that it pays: its limit was granted on the mortgage, and there is nothing left to pay
 * from it. In the transaction that ends the loan; the institution is told, and the borrower.
 *
 * <p>Whoever takes a step of a link locks the link first and then the loan, and here the loan is locked already: so a link
 * that is locked is left, and found by the next round.
 */
@ApplicationScoped
class LinkEnding implements EndsWithLoan {

    private final Transactions transactions;
    private final WalletLinks links;
    private final Unlinkings unlinkings;
    private final LinkClosing closing;
    private final NoticeDesk notices;
    private final Outbox outbox;
    private final BusinessClock clock;

    LinkEnding(
            Transactions transactions,
            WalletLinks links,
            Unlinkings unlinkings,
            LinkClosing closing,
            NoticeDesk notices,
            Outbox outbox,
            BusinessClock clock) {
        this.transactions = transactions;
        this.links = links;
        this.unlinkings = unlinkings;
        this.closing = closing;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> loanEnded(Tx tx, UUID loanId) {
        return links.takeLive(tx, loanId)
                .flatMap(found -> found.isPresent()
                        ? end(tx, found.get().link())
                        : Uni.createFrom().voidItem());
    }

    @Scheduled(every = "${anju.wallet-link.ended-round:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(this::endNext)
                .whilst(ended -> ended)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Ends one link whose loan is over; answers whether there was one. */
    Uni<Boolean> endNext() {
        return transactions.run(tx -> links.takeLeftBehind(tx)
                .flatMap(found -> found.map(Kept::link)
                        .map(link -> end(tx, link).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    /** Ends a link that is locked. */
    Uni<Void> end(Tx tx, WalletLink link) {
        return switch (link) {
            case WalletLink.Requested requested -> cancel(tx, requested);
            case WalletLink.Linked linked -> close(tx, linked.loanEnded(clock.now()));
            case WalletLink.Closing begun -> close(tx, begun.closed(clock.now()));
            case WalletLink.Unlinked over -> Uni.createFrom().voidItem();
            case WalletLink.Cancelled over -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> cancel(Tx tx, WalletLink.Requested requested) {
        return links.save(tx, requested.notAgreed(clock.now()))
                .flatMap(saved -> notices.place(tx, requested.facts().id(), WalletNotices.Kind.CLOSED, 0))
                .flatMap(placed -> outbox.append(tx, WalletAnnouncements.linkCancelled(requested.facts())));
    }

    private Uni<Void> close(Tx tx, WalletLink.Unlinked gone) {
        return unlinkings
                .findLatest(tx, gone.facts().id())
                .flatMap(latest -> latest.orElse(null) instanceof Unlinking.Open open
                        ? unlinkings.save(tx, open.overtaken(gone.at()))
                        : Uni.createFrom().voidItem())
                .flatMap(overtaken -> closing.close(tx, gone));
    }
}
