package io.anju.repayment.collection;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kit.time.BusinessClock;
import io.anju.repayment.collection.model.RetryPlan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** How instalments are collected, and what paying late costs. */
@ConfigMapping(prefix = "anju.collection")
public interface CollectionConfig {

    /** Penalty rate as a multiple of the contract rate; 银发〔2003〕251号 allows 1.3 to 1.5. */
    @WithDefault("1.5")
    BigDecimal penaltyMultiplier();

    /** Days after the due date on which a payment costs nothing extra. */
    @WithDefault("3")
    int graceDays();

    /** Debits of one instalment in all before it is left to the borrower. */
    @WithDefault("15")
    int attempts();

    /** Debits of one instalment on one day. */
    @WithDefault("3")
    int attemptsPerDay();

    /** Pause between two debits of one day. */
    @WithDefault("4h")
    Duration pause();

    /** Days from a day of failed debits to the next. */
    @WithDefault("1")
    int retryEveryDays();

    /** The two figures for lateness as the rule that they make. */
    default LateRule lateRule() {
        return new LateRule(penaltyMultiplier(), graceDays(), DayCount.ACT_360, true);
    }

    /** The figures for retries as the plan that they make. */
    default RetryPlan retryPlan() {
        return new RetryPlan(attempts(), attemptsPerDay(), pause(), retryEveryDays(), BusinessClock.ZONE);
    }
}
