package io.anju.kernel.arrears;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.util.Set;

/**
 * All that a contract says about paying late: data of the product.
 *
 * @param rule multiplier for lateness, grace, day count, whether overdue interest bears compound interest
 * @param misuse multiplier for another use than agreed
 * @param graceIsFree whether what is paid within grace bears no penalty; otherwise grace only puts off being reported
 * @param capitalises whether unpaid compound interest joins what bears it on each settlement date (按月/按季计收复利)
 */
public record LatePolicy(LateRule rule, BigDecimal misuse, boolean graceIsFree, boolean capitalises) {

    /** The heaviest that the central bank allows, no grace, nothing capitalised. */
    public static final LatePolicy DEFAULT = new LatePolicy(LateRule.DEFAULT, new BigDecimal("2.0"), true, false);

    /** Longest grace in days: a whole month late is late. */
    public static final int MAX_GRACE_DAYS = 31;

    /** A policy from outside: accepted, or refused with the first reason. Parameters as the record's. */
    public static Result<LatePolicy, LateRefusal> check(
            LateRule rule, BigDecimal misuse, boolean graceIsFree, boolean capitalises) {
        if (!Breach.LATE.allows(rule.multiplier())) {
            return Result.refused(new LateRefusal.MultiplierOutOfRange(Breach.LATE, rule.multiplier()));
        }
        if (!Breach.MISUSE.allows(misuse)) {
            return Result.refused(new LateRefusal.MultiplierOutOfRange(Breach.MISUSE, misuse));
        }
        if (rule.graceDays() < 0 || rule.graceDays() > MAX_GRACE_DAYS) {
            return Result.refused(new LateRefusal.GraceOutOfRange(rule.graceDays(), MAX_GRACE_DAYS));
        }
        return Result.ok(new LatePolicy(rule, misuse, graceIsFree, capitalises));
    }

    /**
     * The rate for what is overdue or misused; the contract rate itself without a breach.
     *
     * <p>银发〔2003〕251号 三: 对既逾期又未按合同约定用途使用借款的贷款，应择其重，不能并处。 The heavier of the two, never both.
     */
    public Result<AnnualRate, RateRefusal> penaltyRate(AnnualRate contractRate, Set<Breach> breaches) {
        BigDecimal heaviest = breaches.stream().map(this::multiplier).reduce(BigDecimal.ONE, BigDecimal::max);
        return contractRate.times(heaviest);
    }

    private BigDecimal multiplier(Breach breach) {
        return switch (breach) {
            case LATE -> rule.multiplier();
            case MISUSE -> misuse;
        };
    }
}
