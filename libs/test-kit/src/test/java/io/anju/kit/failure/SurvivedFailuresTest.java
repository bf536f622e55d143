package io.anju.kit.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure that work survives is seen: in the log, in a count, in a figure that is none, in readiness. */
class SurvivedFailuresTest {

    private static final String WHAT = "reading a test";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final InstantSource clock = () -> now;
    private final SurvivedFailures failures = new SurvivedFailures(metrics, clock);

    private final Logger log = Logger.getLogger(SurvivedFailures.class.getName());
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(
                        message instanceof ExtLogRecord formatted
                                ? formatted.getFormattedMessage()
                                : message.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(listener);
    }

    @Test
    void isCountedEachTimeAndWarnedOfOncePerPause() {
        fail(new IllegalStateException("13800000000"));
        fail(new IllegalStateException("13900000000"));
        assertEquals(1, warnings.size());

        now = now.plus(SurvivedFailures.QUIET);
        fail(new IllegalStateException("13700000000"));

        assertEquals(2, warnings.size());
        assertEquals(3, counted());
    }

    @Test
    void anotherCauseIsWarnedOfAtOnce() {
        fail(new IllegalStateException());
        fail(new IllegalArgumentException());

        assertEquals(2, warnings.size());
    }

    @Test
    void aWarningHoldsTheClassesOfTheFailureAndNothingOfItsMessage() {
        fail(new IllegalStateException("to 13800000000", new IllegalArgumentException("110101199003070011")));

        assertEquals(
                List.of(WHAT + " failed, and work goes on: java.lang.IllegalStateException"
                        + " by java.lang.IllegalArgumentException"),
                warnings);
    }

    @Test
    void aFigureThatCannotBeReadIsNoNumberUntilItCanAgain() {
        var figure = failures.figure("anju.test.figure");
        assertTrue(Double.isNaN(shown()));

        read(Uni.createFrom().item(7L), figure);
        assertEquals(7, shown());

        read(Uni.createFrom().failure(new IllegalStateException()), figure);
        assertTrue(Double.isNaN(shown()));
        assertEquals(1, counted());

        read(Uni.createFrom().item(0L), figure);
        assertEquals(0, shown());
    }

    @Test
    void isNotReadyBeforeWhatItNeedsIsDone() {
        var attempts = new AtomicInteger();
        failures.need("keys", Uni.createFrom().item(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException();
            }
            return "a key";
        }));

        assertEquals(Status.DOWN, failures.call().getStatus());
        assertEquals("not done yet", failures.call().getData().orElseThrow().get("keys"));
        assertEquals(List.of("keys failed, and is tried again: java.lang.IllegalStateException"), warnings);

        Awaitility.await().until(() -> failures.call().getStatus() == Status.UP);
        assertEquals(2, attempts.get());
    }

    @Test
    void isReadyWithoutWhatItOnlyWants() {
        failures.want(WHAT, Uni.createFrom().failure(new IllegalStateException()));

        assertEquals(Status.UP, failures.call().getStatus());
        assertEquals(1, counted());
        assertEquals(1, warnings.size());
    }

    private void fail(Throwable failure) {
        failures.survive(WHAT, Uni.createFrom().failure(failure)).await().indefinitely();
    }

    private void read(Uni<Long> reading, SurvivedFailures.Figure figure) {
        failures.read(WHAT, reading.invoke(figure::set), figure::unknown)
                .await()
                .indefinitely();
    }

    private double shown() {
        return metrics.get("anju.test.figure").gauge().value();
    }

    private double counted() {
        return metrics.get("anju.failures.survived").tag("what", WHAT).counter().count();
    }
}
