package io.anju.repayment.spread;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Batches of spreads. */
@ConfigMapping(prefix = "anju.spread")
public interface SpreadConfig {

    /** No batch brings a spread below this (市场利率定价自律机制, 2024-09-29: 不低于 LPR−30 个基点); decimal fraction. */
    @WithDefault("-0.0030")
    BigDecimal lowest();

    /** Loans written down in one transaction. */
    @WithDefault("1000")
    int part();

    /** How often is looked for batches whose loans are to be written down, or of which none waits any more. */
    @WithDefault("10s")
    String round();
}
