package io.anju.kit.tx;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One statement for all who come while the one before is under way: under load many share a round trip and a commit, and
 * one who comes alone waits for nobody.
 *
 * @param <T> what one asks
 * @param <R> what one is answered
 */
public final class Together<T, R> {

    private record Waiting<T, R>(T ask, UniEmitter<? super R> answer) {}

    /** As many as may wait for a connection. */
    static final int WAITING_MOST = 1_024;

    private final int most;
    private final Duration patience;
    private final Function<List<T>, Uni<List<R>>> statement;
    private final Queue<Waiting<T, R>> waiting = new LinkedBlockingQueue<>(WAITING_MOST);
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * @param most how many go in one statement
     * @param patience time that a statement may take, so that one that is never answered does not hold back all others
     * @param statement answers each, in the order in which it was given them; where the server refuses it for several, it is
     *     asked for each of them alone, so that nobody fails for another's sake
     */
    public Together(int most, Duration patience, Function<List<T>, Uni<List<R>>> statement) {
        this.most = most;
        this.patience = patience;
        this.statement = statement;
    }

    /** Asks with the others that wait; answers where it was called. 503 UNAVAILABLE while too many wait. */
    public Uni<R> ask(T ask) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<R> answer = Uni.createFrom().emitter(emitter -> {
                if (waiting.offer(new Waiting<>(ask, emitter))) {
                    go();
                } else {
                    emitter.fail(new ProblemException(Problem.unavailable("database")));
                }
            });
            return caller == null ? answer : answer.emitOn(work -> caller.runOnContext(now -> work.run()));
        });
    }

    private void go() {
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            List<Waiting<T, R>> batch = take();
            if (batch.isEmpty()) {
                underWay.set(false);
            } else {
                send(batch);
            }
        }
    }

    private List<Waiting<T, R>> take() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        while (batch.size() < most && waiting.poll() instanceof Waiting<T, R> next) {
            batch.add(next);
        }
        return batch;
    }

    private void send(List<Waiting<T, R>> batch) {
        var unused = run(batch)
                .onTermination()
                .invoke(() -> {
                    underWay.set(false);
                    go();
                })
                .subscribe()
                .with(
                        answers -> IntStream.range(0, batch.size())
                                .forEach(i -> batch.get(i).answer().complete(answers.get(i))),
                        failure -> failed(batch, failure));
    }

    private void failed(List<Waiting<T, R>> batch, Throwable failure) {
        // Only what the server itself has refused is sure not to be kept.
        if (batch.size() > 1 && failure instanceof DatabaseException) {
            batch.forEach(this::sendAlone);
        } else {
            batch.forEach(one -> one.answer().fail(failure));
        }
    }

    private void sendAlone(Waiting<T, R> one) {
        var unused = run(List.of(one))
                .subscribe()
                .with(answers -> one.answer().complete(answers.getFirst()), one.answer()::fail);
    }

    private Uni<List<R>> run(List<Waiting<T, R>> batch) {
        return Uni.createFrom()
                .deferred(() -> statement.apply(batch.stream().map(Waiting::ask).toList()))
                .ifNoItem()
                .after(patience)
                .fail();
    }
}
