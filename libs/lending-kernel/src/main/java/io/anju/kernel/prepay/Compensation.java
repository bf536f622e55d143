package io.anju.kernel.prepay;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;

/**
 * What repaying early costs by the contract: a rule on what is beyond the free allowance, and bounds on what it comes to.
 *
 * @param rule in force for some time after the start
 * @param allowance free of it every year
 * @param least fen, when anything is owed by the rule
 * @param most fen
 */
public record Compensation(CompensationRule rule, FreeAllowance allowance, long least, long most) {

    /** Nothing, ever. */
    public static final Compensation NONE = of(new CompensationRule.None());

    /** The bounds contain something. */
    public Compensation {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("no compensation lies between " + least + " and " + most);
        }
    }

    /** A rule alone: nothing free, no bounds. */
    public static Compensation of(CompensationRule rule) {
        return new Compensation(rule, FreeAllowance.NONE, 0, Long.MAX_VALUE);
    }

    /** Compensation in fen for principal repaid early on a day. Parameters as those of {@link CompensationRule#on}. */
    public long on(long principal, AnnualRate rate, LocalDate startDate, LocalDate date, long prepaidInYear) {
        long owed = rule.on(allowance.beyond(principal, prepaidInYear), rate, startDate, date);
        return owed == 0 ? 0 : Math.clamp(owed, least, most);
    }
}
