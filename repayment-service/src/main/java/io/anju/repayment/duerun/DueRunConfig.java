package io.anju.repayment.duerun;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How a due run is cut and worked on. */
@ConfigMapping(prefix = "anju.due-run")
public interface DueRunConfig {

    /** Whether each business date's run starts by itself; staff may start it all the same, and it is the same run. */
    @WithDefault("true")
    boolean automatic();

    /** When today's run looks again for what has become due: further debits of the day, loans paid out late. */
    @WithDefault("5m")
    Duration again();

    /** Loans per transaction. */
    @WithDefault("5000")
    int chunkSize();

    /** Chunks that one replica works on at once. */
    @WithDefault("2")
    int workers();

    /** How many days before an instalment falls due its borrower is reminded, each a time of its own. */
    @WithDefault("3,1")
    List<Integer> remindDaysBefore();

    /** How long a worker keeps a chunk; several times what a chunk takes. */
    @WithDefault("60s")
    Duration lease();

    /** When a chunk is looked at again in which loans were deferred; doubled each time, up to a minute. */
    @WithDefault("1s")
    Duration retry();

    /** Pause between two looks for open chunks; a run that is started is worked on at once. */
    @WithDefault("1s")
    String round();
}
