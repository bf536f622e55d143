package io.anju.repayment.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the books of a day are closed. */
@ConfigMapping(prefix = "anju.ledger")
public interface LedgerConfig {

    /** Pause between two looks at what can be closed; {@code off} leaves every day open. */
    @WithDefault("1m")
    String round();

    /** Days after which a business date is closed; what is posted later than that carries a later date. */
    @WithDefault("1")
    int closeAfterDays();

    /** Days that one round digests; the next goes on behind them. */
    @WithDefault("100")
    int daysAtOnce();
}
