package io.anju.kit.time;

import io.vertx.mutiny.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;

/** The clock of production for a benchmark. */
public final class SystemClock {

    private SystemClock() {}

    public static BusinessClock of(Vertx vertx) {
        return new BusinessClock(InstantSource.system(), vertx, Optional::empty, "identity-service");
    }
}
