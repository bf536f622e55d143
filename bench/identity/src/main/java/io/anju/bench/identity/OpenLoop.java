package io.anju.bench.identity;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Work that arrives at a fixed rate whether or not the work before is done. A time counts from the moment at which the
 * work was due, so that a pause is paid for by all that fell into it.
 */
final class OpenLoop {

    /** Of the times, how many digits count. */
    static final int DIGITS = 3;

    /** Work under way at once; beyond it the rate is not reached and there is no figure. */
    private static final int BACKLOG = 20_000;

    private OpenLoop() {}

    /**
     * Runs {@code rate * seconds} pieces of work and waits for the last.
     *
     * @return times in nanoseconds
     */
    static Histogram run(int rate, double seconds, IntFunction<Uni<?>> work) {
        var times = new Recorder(DIGITS);
        var underWay = new AtomicInteger();
        var failure = new AtomicReference<Throwable>();
        int count = (int) (rate * seconds);
        long start = System.nanoTime();
        for (int i = 0; i < count && failure.get() == null; i++) {
            long due = start + i * 1_000_000_000L / rate;
            await(due);
            if (underWay.incrementAndGet() > BACKLOG) {
                throw new IllegalStateException("the rate is beyond this machine");
            }
            var unused = work.apply(i)
                    .subscribe()
                    .with(
                            done -> {
                                times.recordValue(System.nanoTime() - due);
                                underWay.decrementAndGet();
                            },
                            failed -> {
                                failure.set(failed);
                                underWay.decrementAndGet();
                            });
        }
        while (underWay.get() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return times.getIntervalHistogram();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
