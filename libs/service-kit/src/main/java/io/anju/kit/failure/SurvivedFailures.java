package io.anju.kit.failure;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Failures that do not stop the work they happen in: each is counted, {@code anju_failures_survived_total{what="..."}}, and
 * warned about by what was attempted and the class of the failure alone, since its message may hold personal data. Work at start
 * is repeated until it is done, and the service is not ready before what it needs.
 *
 * <p>What was attempted is a fixed text: it is a label of a metric.
 */
@Default
@Readiness
@ApplicationScoped
public class SurvivedFailures implements HealthCheck {

    /** A figure for Prometheus; not a number before it was first read and while it cannot be. */
    public static final class Figure {

        private volatile double value = Double.NaN;

        public void set(long read) {
            value = read;
        }

        public void unknown() {
            value = Double.NaN;
        }

        double value() {
            return value;
        }
    }

    private static final Logger LOG = Logger.getLogger(SurvivedFailures.class);

    /** How long the same failure of the same work is counted only. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Map<String, Instant> warnedAt = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    SurvivedFailures(MeterRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The work, whose failure is noted and then goes no further. */
    public Uni<Void> survive(String what, Uni<?> work) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(failure -> note(what, failure))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * As {@link #survive}, for a reading that figures are set by.
     *
     * @param unknown takes away what was read before: an old figure looks like one of now
     */
    public Uni<Void> read(String what, Uni<?> reading, Runnable unknown) {
        return survive(what, reading.onFailure().invoke(unknown));
    }

    /** A figure under that name. */
    public Figure figure(String name) {
        var figure = new Figure();
        metrics.gauge(name, figure, Figure::value);
        return figure;
    }

    /** Counts a failure, and warns unless the same was warned of within {@link #QUIET}. */
    public void note(String what, Throwable failure) {
        count(what);
        var now = clock.instant();
        var key = what + ' ' + kind(failure);
        var before = warnedAt.putIfAbsent(key, now);
        if (before == null || !now.isBefore(before.plus(QUIET)) && warnedAt.replace(key, before, now)) {
            LOG.warnf("%s failed, and work goes on: %s", what, kind(failure));
        }
    }

    /** Does what the service cannot do its job without, however often it fails; the service is not ready before. */
    public void need(String what, Uni<?> work) {
        missing.add(what);
        untilDone(what, work.invoke(() -> missing.remove(what)));
    }

    /** Does what the service can do its job without, however often it fails. */
    public void want(String what, Uni<?> work) {
        untilDone(what, work);
    }

    private void untilDone(String what, Uni<?> work) {
        var unused = work.onFailure()
                .invoke(failure -> {
                    count(what);
                    LOG.warnf("%s failed, and is tried again: %s", what, kind(failure));
                })
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debugf("%s is done", what));
    }

    private void count(String what) {
        metrics.counter("anju.failures.survived", "what", what).increment();
    }

    private static String kind(Throwable failure) {
        var cause = failure.getCause();
        return failure.getClass().getName()
                + (cause == null ? "" : " by " + cause.getClass().getName());
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("work at start").status(missing.isEmpty());
        missing.forEach(what -> answer.withData(what, "not done yet"));
        return answer.build();
    }
}
