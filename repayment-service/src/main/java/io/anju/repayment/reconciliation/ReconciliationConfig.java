package io.anju.repayment.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * When and how dates are reconciled with the daily files. The rail's address is {@code anju.rail.url}, the wallet
 * institution's {@code anju.wallet.url}.
 */
@ConfigMapping(prefix = "anju.reconciliation")
public interface ReconciliationConfig {

    /** Pause between two looks at what is to be done. */
    @WithDefault("5s")
    String round();

    /** Whether each business date is reconciled by itself when it is over; staff may begin it all the same. */
    @WithDefault("true")
    boolean automatic();

    /** Whether a date waits until the ledger has closed it, so that nothing can be posted on it behind the comparison. */
    @WithDefault("true")
    boolean closedOnly();

    /** How long a worker keeps a date. */
    @WithDefault("5m")
    Duration lease();

    /** When a file that could not be had is asked for again; doubled each time, up to an hour. */
    @WithDefault("10s")
    Duration retry();

    /** Time for a whole file. */
    @WithDefault("4m")
    Duration fileTimeout();

    /** Bytes of a whole file; a line takes some two hundred. */
    @WithDefault("1000000000")
    long fileBytes();

    /**
     * For how many business dates it is asked whether their files were corrected after they were read; 0: not at all. An
     * older file is read again on a request of staff alone.
     */
    @WithDefault("35")
    int lookBackDays();

    /** Time between two such questions about the same file. */
    @WithDefault("1h")
    Duration lookEvery();

    /** How many files are asked about in one round at most. */
    @WithDefault("100")
    int looksAtOnce();

    /** Age from which a break that is not resolved is worth an alert, in days. */
    @WithDefault("2")
    int overdueAfterDays();
}
