package io.anju.kit.time;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In production the business date is the calendar's, and nobody is asked for it. */
@Singleton
class DateIsNotMovable implements Scheduled.SkipPredicate {

    private final Optional<String> url;

    DateIsNotMovable(@ConfigProperty(name = "anju.clock.url") Optional<String> url) {
        this.url = url;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return url.isEmpty();
    }
}
