package io.anju.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place at which real time comes in; a test puts its own {@link InstantSource} before it. */
class SystemClock {

    @Produces
    @Singleton
    InstantSource instants() {
        return InstantSource.system();
    }
}
