package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.Unlinking.Step;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Closes for good what nobody has undone in time: the institution is told, and the customer what pays from now on. One
 * link per transaction, its row locked, so that an undoing at the last moment either comes first or is too late.
 */
@ApplicationScoped
class UndoWindows {

    private final Transactions transactions;
    private final WalletLinks links;
    private final Unlinkings unlinkings;
    private final Impacts impacts;
    private final NoticeDesk notices;
    private final Outbox outbox;
    private final WalletConfig config;
    private final BusinessClock clock;

    UndoWindows(
            Transactions transactions,
            WalletLinks links,
            Unlinkings unlinkings,
            Impacts impacts,
            NoticeDesk notices,
            Outbox outbox,
            WalletConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.links = links;
        this.unlinkings = unlinkings;
        this.impacts = impacts;
        this.notices = notices;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${anju.wallet-link.window-round:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(() -> closeNext(clock.now()))
                .whilst(closed -> closed)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Closes one link whose window has ended by then; answers whether there was one. */
    Uni<Boolean> closeNext(Instant now) {
        return transactions.run(tx -> links.takeOver(tx, now)
                .flatMap(found -> found.isPresent() && found.get().link() instanceof WalletLink.Closing closing
                        ? close(tx, closing, now).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> close(Tx tx, WalletLink.Closing closing, Instant now) {
        WalletLink.Unlinked gone = closing.closed(now);
        return unlinkings
                .findLatest(tx, closing.facts().id())
                .map(latest -> finished(latest.orElseThrow(), now))
                .flatMap(finished -> unlinkings.save(tx, finished))
                .flatMap(saved -> links.save(tx, gone))
                .flatMap(saved -> notices.place(tx, gone.facts().id(), WalletNotices.Kind.CLOSED, 0))
                .flatMap(placed -> impacts.afterwards(tx, gone.facts()))
                .flatMap(after -> outbox.append(
                        tx,
                        WalletAnnouncements.unlinked(
                                gone, after.nextDue(), after.card().isPresent())));
    }

    private Unlinking finished(Unlinking latest, Instant now) {
        return switch (latest.take(Step.FINISH, now, config.undoWindow())) {
            case Result.Ok<Unlinking, WalletRefusal>(Unlinking finished) -> finished;
            case Result.Refused<Unlinking, WalletRefusal>(WalletRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }
}
