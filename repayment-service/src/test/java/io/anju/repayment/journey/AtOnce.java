package io.anju.repayment.journey;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Two acts at one moment: the first is written and not committed when the second begins, and is committed when the second
 * waits for it, or is through without waiting.
 */
public record AtOnce<A, B>(A first, B second) {

    /** Lets both come to their end. */
    public static <A, B> AtOnce<A, B> of(
            Transactions transactions, Function<Tx, Uni<A>> first, Supplier<CompletableFuture<B>> second) {
        var written = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();
        CompletableFuture<A> one = transactions
                .run(tx -> first.apply(tx)
                        .invoke(() -> written.complete(null))
                        .call(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        written.join();
        CompletableFuture<B> other = second.get();
        Awaitility.await("the second").until(() -> other.isDone() || somebodyWaits(transactions));
        mayCommit.complete(null);
        return new AtOnce<>(one.join(), other.join());
    }

    private static boolean somebodyWaits(Transactions transactions) {
        List<Object[]> waiting = transactions
                .run(tx -> tx.select("select count(*) from pg_locks where not granted"))
                .await()
                .indefinitely();
        return (Long) waiting.getFirst()[0] > 0;
    }
}
