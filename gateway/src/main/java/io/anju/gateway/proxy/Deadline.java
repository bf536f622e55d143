package io.anju.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Two clocks, one after the other: time for the caller to send the body, and time for the service to begin its answer once it has the whole of it. An upload over a slow
 * line is not the service's fault, and a body that never ends must not hold a place for ever.
 */
final class Deadline {
    private static final long NONE = -1;

    /** How far a request has come. */
    private enum Stage {
        SENDING,
        WAITING,
        OVER,
        CALLER_SLOW,
        SERVICE_LATE
    }

    private final Vertx vertx;
    private final Duration answerTime;
    private Runnable expire = () -> {};
    private Stage stage = Stage.SENDING;
    private long timer = NONE;

    Deadline(Vertx vertx, Duration bodyTime, Duration answerTime) {
        this.vertx = vertx;
        this.answerTime = answerTime;
        this.timer = vertx.setTimer(Math.max(1, bodyTime.toMillis()), t -> expire(Stage.CALLER_SLOW));
    }

    /** What to do when a time is over; at once if it is over already. */
    void onExpiry(Runnable action) {
        this.expire = action;
        if (callerSlow() || serviceLate()) {
            action.run();
        }
    }

    /** The whole body has been sent. */
    void sent() {
        if (stage == Stage.SENDING) {
            vertx.cancelTimer(timer);
            stage = Stage.WAITING;
            timer = vertx.setTimer(Math.max(1, answerTime.toMillis()), t -> expire(Stage.SERVICE_LATE));
        }
    }

    /** The answer has begun, or never will. */
    void end() {
        vertx.cancelTimer(timer);
        if (stage == Stage.SENDING || stage == Stage.WAITING) {
            stage = Stage.OVER;
        }
    }

    boolean callerSlow() {
        return stage == Stage.CALLER_SLOW;
    }

    boolean serviceLate() {
        return stage == Stage.SERVICE_LATE;
    }

    private void expire(Stage how) {
        if (stage != Stage.OVER) {
            stage = how;
            expire.run();
        }
    }
}
