package io.anju.kit.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private record Sent(List<Integer> asks, CompletableFuture<List<Integer>> answers) {

        void answer() {
            answers.complete(asks.stream().map(ask -> ask * 10).toList());
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final Together<Integer, Integer> together = new Together<>(3, LONG, this::send);

    private Uni<List<Integer>> send(List<Integer> asks) {
        var statement = new Sent(asks, new CompletableFuture<>());
        sent.add(statement);
        return Uni.createFrom().completionStage(statement.answers());
    }

    private CompletableFuture<Integer> ask(int ask) {
        return together.ask(ask).subscribeAsCompletionStage();
    }

    @Test
    void oneWhoComesAloneWaitsForNobody() {
        var answer = ask(1);
        assertEquals(List.of(1), sent.getFirst().asks());

        sent.getFirst().answer();
        assertEquals(10, answer.join());
        assertEquals(1, sent.size());
    }

    @Test
    void thoseWhoComeMeanwhileGoTogetherAndNoMoreThanAllowed() {
        var answers = IntStream.rangeClosed(1, 6).mapToObj(this::ask).toList();
        assertEquals(1, sent.size());

        sent.getFirst().answer();
        assertEquals(List.of(2, 3, 4), sent.get(1).asks());
        assertEquals(2, sent.size());

        sent.get(1).answer();
        sent.get(2).answer();
        assertEquals(List.of(5, 6), sent.get(2).asks());
        assertEquals(
                List.of(10, 20, 30, 40, 50, 60),
                answers.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void nobodyFailsForAnothersSake() {
        ask(1);
        var good = ask(2);
        var bad = ask(3);
        sent.getFirst().answer();

        sent.get(1).answers().completeExceptionally(new PgException("3 is bad", "ERROR", "22021", ""));
        assertEquals(List.of(2), sent.get(2).asks());
        assertEquals(List.of(3), sent.get(3).asks());
        sent.get(2).answer();
        sent.get(3).answers().completeExceptionally(new PgException("3 is bad", "ERROR", "22021", ""));

        assertEquals(20, good.join());
        assertThrows(CompletionException.class, bad::join);
    }

    @Test
    void whatMayHaveBeenKeptIsNotSentAgain() {
        ask(1);
        var second = ask(2);
        var third = ask(3);
        sent.getFirst().answer();

        sent.get(1).answers().completeExceptionally(new IOException("the connection is gone"));
        assertEquals(2, sent.size());
        assertTrue(second.isCompletedExceptionally());
        assertTrue(third.isCompletedExceptionally());
    }

    @Test
    void aStatementThatFailsIsNotTheLast() {
        var first = ask(1);
        sent.getFirst().answers().completeExceptionally(new IllegalStateException("the database is away"));
        assertTrue(first.isCompletedExceptionally());

        var second = ask(2);
        sent.getLast().answer();
        assertEquals(20, second.join());
    }

    @Test
    void aStatementThatIsNeverAnsweredIsNotTheLast() {
        var hasty = new Together<Integer, Integer>(3, Duration.ofMillis(1), this::send);
        var first = hasty.ask(1).subscribeAsCompletionStage();
        assertThrows(CompletionException.class, first::join);

        var unused = hasty.ask(2).subscribeAsCompletionStage();
        assertEquals(
                List.of(List.of(1), List.of(2)), sent.stream().map(Sent::asks).toList());
    }

    @Test
    void refusesThoseForWhomThereIsNoRoom() {
        IntStream.rangeClosed(0, Together.WAITING_MOST).forEach(this::ask);

        var failure = assertThrows(CompletionException.class, () -> ask(-1).join());

        assertEquals(
                "UNAVAILABLE", ((ProblemException) failure.getCause()).problem().code());
    }

    @Test
    void aStatementThatCannotEvenBeginIsNotTheLast() {
        var broken = new Together<Integer, Integer>(3, LONG, asks -> {
            throw new IllegalStateException("no connection");
        });

        assertTrue(broken.ask(1).subscribeAsCompletionStage().isCompletedExceptionally());
        assertTrue(broken.ask(2).subscribeAsCompletionStage().isCompletedExceptionally());
    }

    @Test
    void eachIsAnsweredWithItsOwnHoweverManyAskAtOnce() throws Exception {
        var atOnce = new AtomicInteger();
        var tooMany = new AtomicInteger();
        try (var database = Executors.newSingleThreadExecutor();
                var askers = Executors.newFixedThreadPool(8)) {
            var many = new Together<Integer, Integer>(100, LONG, asks -> {
                tooMany.addAndGet(atOnce.incrementAndGet() > 1 || asks.size() > 100 ? 1 : 0);
                return Uni.createFrom()
                        .item(() -> asks.stream().map(ask -> ask * 10).toList())
                        .runSubscriptionOn(database)
                        .onTermination()
                        .invoke(atOnce::decrementAndGet);
            });
            var answers = askers.invokeAll(IntStream.range(0, 20_000)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            ask -> () -> many.ask(ask).await().indefinitely())
                    .toList());
            for (int ask = 0; ask < answers.size(); ask++) {
                assertEquals(ask * 10, answers.get(ask).get());
            }
        }
        assertFalse(tooMany.get() > 0);
    }
}
