package io.anju.loan.underwriting;

import io.anju.loan.underwriting.model.UnderwritingLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** Settings of the checks: {@code anju.underwriting.*}. */
@ConfigMapping(prefix = "anju.underwriting")
public interface UnderwritingConfig {

    /** All monthly debts to income, decimal fraction. */
    @WithDefault("0.55")
    BigDecimal maxDebtRatio();

    /** Monthly housing costs to income, decimal fraction. */
    @WithDefault("0.50")
    BigDecimal maxHousingRatio();

    /** Times overdue within 24 months that an approval tolerates. */
    @WithDefault("3")
    int maxOverdue24m();

    /** How long a replica may take for one check before another takes it over. */
    @WithDefault("30s")
    Duration lease();

    /** First pause after a failed check; doubled each time up to {@link #backoffMax}. */
    @WithDefault("2s")
    Duration backoff();

    /** Longest pause between two tries. */
    @WithDefault("5m")
    Duration backoffMax();

    /** How long a check is tried before the case goes to the officers as one that was not checked. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** The limits as the rules take them. */
    default UnderwritingLimits limits() {
        return new UnderwritingLimits(maxDebtRatio(), maxHousingRatio(), maxOverdue24m());
    }
}
