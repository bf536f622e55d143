package io.anju.kit.wake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<CompletableFuture<Void>> begun = new ArrayList<>();
    private final Rounds rounds = new Rounds("a test", this::round);

    private Uni<Void> round() {
        var round = new CompletableFuture<Void>();
        begun.add(round);
        return Uni.createFrom().completionStage(round);
    }

    @Test
    void goesRoundWhenWoken() {
        rounds.wake();
        assertEquals(1, begun.size());
        begun.getFirst().complete(null);
        assertEquals(1, begun.size());

        rounds.wake();
        assertEquals(2, begun.size());
    }

    @Test
    void goesRoundOnceMoreForAllWhoWokeItMeanwhile() {
        rounds.wake();
        rounds.wake();
        rounds.wake();
        assertEquals(1, begun.size());

        begun.getFirst().complete(null);
        assertEquals(2, begun.size());

        begun.getLast().complete(null);
        assertEquals(2, begun.size());
    }

    @Test
    void aRoundThatFailsIsNotTheLast() {
        rounds.wake();
        begun.getFirst().completeExceptionally(new IllegalStateException("the database is away"));

        rounds.wake();
        assertEquals(2, begun.size());
    }

    @Test
    void aRoundThatCannotEvenBeginIsNotTheLast() {
        var attempts = new ArrayList<String>();
        var broken = new Rounds("a broken test", () -> {
            attempts.add("one");
            throw new IllegalStateException("no pool");
        });

        broken.wake();
        broken.wake();

        assertEquals(2, attempts.size());
    }
}
