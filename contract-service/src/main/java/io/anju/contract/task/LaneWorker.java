package io.anju.contract.task;

import io.anju.kit.wake.Contexts;
import io.anju.kit.wake.Rounds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Does one lane's tasks one after the other, and has another worker look as soon as there is something to do. */
final class LaneWorker {

    /** One task of a lane. */
    interface Turn {
        /**
         * Takes a task and works at it.
         *
         * @param taken called once a task is there, before it is worked at
         * @return false when there was none
         */
        Uni<Boolean> take(Lane lane, Runnable taken);
    }

    private final Vertx vertx;
    private final Lane lane;
    private final Turn turn;
    private final Optional<LaneWorker> other;
    private final Rounds rounds;

    private LaneWorker(Vertx vertx, Lane lane, int batch, Turn turn, Optional<LaneWorker> other) {
        this.vertx = vertx;
        this.lane = lane;
        this.turn = turn;
        this.other = other;
        this.rounds = new Rounds("doing tasks of " + lane, () -> next(batch));
    }

    /**
     * So many workers of a lane; the first is to be woken and wakes the others when it needs them.
     *
     * @param batch tasks that each does before it rests
     */
    static LaneWorker team(Vertx vertx, Lane lane, int workers, int batch, Turn turn) {
        var others =
                workers > 1 ? Optional.of(team(vertx, lane, workers - 1, batch, turn)) : Optional.<LaneWorker>empty();
        return new LaneWorker(vertx, lane, batch, turn, others);
    }

    void wake() {
        Contexts.inOneOfItsOwn(vertx, rounds::wake);
    }

    private Uni<Void> next(int left) {
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        return turn.take(lane, () -> other.ifPresent(LaneWorker::wake))
                .flatMap(found -> found ? next(left - 1) : Uni.createFrom().voidItem());
    }
}
