package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
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
    private final LinkClosing closing;
    private final WalletConfig config;
    private final BusinessClock clock;

    UndoWindows(
            Transactions transactions,
            WalletLinks links,
            Unlinkings unlinkings,
            LinkClosing closing,
            WalletConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.links = links;
        this.unlinkings = unlinkings;
        this.closing = closing;
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
                .flatMap(found -> found.isPresent() && found.get().link() instanceof WalletLink.Closing link
                        ? close(tx, link, now).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> close(Tx tx, WalletLink.Closing link, Instant now) {
        WalletLink.Unlinked gone = link.closed(now);
        return unlinkings
                .findLatest(tx, link.facts().id())
                .map(latest -> finished(latest.orElseThrow(), now))
                .flatMap(finished -> unlinkings.save(tx, finished))
                .flatMap(saved -> closing.close(tx, gone));
    }

    private Unlinking finished(Unlinking latest, Instant now) {
        return switch (latest.take(Step.FINISH, now, config.undoWindow())) {
            case Result.Ok<Unlinking, WalletRefusal>(Unlinking finished) -> finished;
            case Result.Refused<Unlinking, WalletRefusal>(WalletRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }
}
