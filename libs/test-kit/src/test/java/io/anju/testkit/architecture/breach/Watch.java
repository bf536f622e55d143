package io.anju.testkit.architecture.breach;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads the machine's clock and waits in every way there is, so that rules are seen to refuse it. */
final class Watch {

    private Watch() {}

    static List<Object> clocks() {
        return List.of(
                OffsetDateTime.now(ZoneOffset.UTC),
                ZonedDateTime.now(ZoneOffset.UTC),
                LocalTime.now(ZoneOffset.UTC),
                LocalDate.now(ZoneOffset.UTC),
                Clock.systemUTC(),
                InstantSource.system());
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }

    static LocalDate byArgument(Clock clock) {
        return LocalDate.now(clock);
    }

    static Object result(Future<Object> future) throws Exception {
        return future.get();
    }

    static Object joined(CompletableFuture<Object> future) {
        return future.join();
    }

    static void pause() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
