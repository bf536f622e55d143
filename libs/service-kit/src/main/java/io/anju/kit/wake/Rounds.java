package io.anju.kit.wake;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Rounds of one work on this replica: one at a time, and one more when somebody woke it meanwhile. */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String work;
    private final Supplier<Uni<Void>> round;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean again;

    /**
     * Rounds that nobody has asked for yet.
     *
     * @param work what the log calls it
     * @param round does what there is to do; a failure is logged, and the next wake-up begins anew
     */
    public Rounds(String work, Supplier<Uni<Void>> round) {
        this.work = work;
        this.round = round;
    }

    /** Something may be there to do: goes round now, or once more when already under way. */
    public void wake() {
        again = true;
        if (running.compareAndSet(false, true)) {
            again = false;
            var unused = Uni.createFrom()
                    .deferred(() -> round.get())
                    .onTermination()
                    .invoke(this::rest)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf(failure, "a round of %s failed", work));
        }
    }

    private void rest() {
        running.set(false);
        if (again) {
            wake();
        }
    }
}
