package io.anju.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Time for a service to begin its answer. Starts when the whole request has been sent: an upload over a slow line is not the service's fault. */
final class Deadline {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final Duration time;
    private Runnable expire = () -> {};
    private long timer = NONE;
    private boolean started;
    private boolean expired;

    Deadline(Vertx vertx, Duration time) {
        this.vertx = vertx;
        this.time = time;
    }

    /** What to do when the time is over. */
    void onExpiry(Runnable action) {
        this.expire = action;
    }

    /** The request has been sent. */
    void start() {
        if (!started) {
            started = true;
            timer = vertx.setTimer(Math.max(1, time.toMillis()), t -> {
                expired = true;
                expire.run();
            });
        }
    }

    /** The answer has begun, or never will. */
    void end() {
        started = true;
        if (timer != NONE) {
            vertx.cancelTimer(timer);
        }
    }

    boolean expired() {
        return expired;
    }
}
