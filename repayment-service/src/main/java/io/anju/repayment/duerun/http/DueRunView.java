package io.anju.repayment.duerun.http;

import io.anju.repayment.duerun.model.DueRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run and its progress as JSON.
 *
 * @param loansDue loans with something to do when it was cut; {@code loans} of them, and of those due since, are done
 * @param chunks parts it is cut into
 * @param chunksDone of them
 * @param loans looked at
 * @param billed instalments
 * @param repriced loans
 * @param debits ordered from the rail; their outcomes follow
 * @param withoutCard instalments of borrowers without a card
 * @param deferred loans that wait for the outcome of an order
 * @param missing loans that wait for a reference rate
 * @param missingRate which one
 */
@RegisterForReflection
public record DueRunView(
        UUID id,
        LocalDate date,
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int loansDue,
        int chunks,
        int chunksDone,
        int loans,
        int billed,
        int repriced,
        int debits,
        int withoutCard,
        int deferred,
        int missing,
        @Nullable String missingRate) {

    /** Whether chunks are open. */
    public enum State {
        RUNNING,
        DONE
    }

    static DueRunView of(DueRun run) {
        return new DueRunView(
                run.id(),
                run.date(),
                run.finishedAt().isPresent() ? State.DONE : State.RUNNING,
                run.startedBy(),
                run.startedAt(),
                run.finishedAt().orElse(null),
                run.loansDue(),
                run.chunks(),
                run.chunksDone(),
                run.tally().loans(),
                run.tally().billed(),
                run.tally().repriced(),
                run.tally().debits(),
                run.tally().withoutCard(),
                run.tally().deferred(),
                run.tally().missing(),
                run.tally().missingRate().orElse(null));
    }
}
