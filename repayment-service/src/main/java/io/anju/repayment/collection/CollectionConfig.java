package io.anju.repayment.collection;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kit.time.BusinessClock;
import io.anju.repayment.collection.model.RetryPlan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How instalments are collected; and what is agreed about collecting and about lateness where the order to pay a loan out
 * says nothing of it. The loan keeps what it was opened with.
 */
@ConfigMapping(prefix = "anju.collection")
public interface CollectionConfig {

    /** Penalty rate as a multiple of the contract rate; 银发〔2003〕251号 allows 1.3 to 1.5. */
    @WithDefault("1.5")
    BigDecimal penaltyMultiplier();

    /** Days after the due date on which a payment costs nothing extra; once they are over, they count too. */
    @WithDefault("3")
    int graceDays();

    /** How days late are counted. */
    @WithDefault("ACT_360")
    DayCount penaltyDayCount();

    /** Whether interest that is overdue bears interest at the penalty rate; 银发〔2003〕251号 lets it. */
    @WithDefault("true")
    boolean compoundInterest();

    /** What a due date on a public holiday does. */
    @WithDefault("GRACE_MOVES")
    HolidayRule holidays();

    /** Whether a debit may take what is there when it is less than the instalment. */
    @WithDefault("true")
    boolean partCollection();

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

    /** The figures for lateness as the rule that they make. */
    default LateRule lateRule() {
        return new LateRule(penaltyMultiplier(), graceDays(), penaltyDayCount(), compoundInterest());
    }

    /** The figures for retries as the plan that they make. */
    default RetryPlan retryPlan() {
        return new RetryPlan(attempts(), attemptsPerDay(), pause(), retryEveryDays(), BusinessClock.ZONE);
    }
}
