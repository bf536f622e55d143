package io.anju.contract.drafting.model;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.LateRefusal;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Conventions;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tranche agrees on beside its price (贷款条件), as the bank approved it; all of it is printed.
 *
 * <p>What the text has no words for is refused here, so that no contract says anything else than the loan is kept by.
 *
 * @param partCollection whether a debit may take what is there when that is less than the instalment
 * @param repricingDay from which day of the year a floating rate's repricing days are counted
 */
public record Conditions(
        Conventions conventions, Late late, Prepayment prepayment, boolean partCollection, RepricingDay repricingDay) {

    /** Those of approvals from before conditions were data. */
    public static final Conditions DEFAULT = new Conditions(
            Conventions.MONTHLY_ACT_360,
            new Late(new BigDecimal("1.5"), 3, DayCount.ACT_360, true, HolidayRule.GRACE_MOVES),
            new Prepayment(100_000, 0, BigDecimal.ZERO),
            true,
            RepricingDay.JANUARY);

    /**
     * The first three are there; refuses a rhythm that the text has no words for.
     *
     * @param repricingDay null in approvals from before it was agreed on: 1 January
     */
    public Conditions(
            Conventions conventions,
            Late late,
            Prepayment prepayment,
            boolean partCollection,
            @Nullable RepricingDay repricingDay) {
        this.conventions = conventions;
        this.late = Objects.requireNonNull(late, "late");
        this.prepayment = Objects.requireNonNull(prepayment, "prepayment");
        this.partCollection = partCollection;
        this.repricingDay = Objects.requireNonNullElse(repricingDay, RepricingDay.JANUARY);
        if (conventions.frequency() == Frequency.QUARTERLY) {
            throw new IllegalArgumentException("no text for instalments that are " + conventions.frequency());
        }
    }

    /**
     * What paying late costs.
     *
     * @param multiplier of the contract rate, 1.3 to 1.5 (银发〔2003〕251号)
     * @param graceDays days after the last one in time
     * @param compound whether overdue interest bears interest at the penalty rate
     */
    public record Late(
            BigDecimal multiplier, int graceDays, DayCount dayCount, boolean compound, HolidayRule holidays) {

        /** Refuses what the central bank does not allow. */
        public Late {
            var rule = new LateRule(multiplier, graceDays, dayCount, compound);
            LatePolicy usual = LatePolicy.DEFAULT;
            var checked = LatePolicy.check(rule, usual.misuse(), usual.graceIsFree(), usual.capitalises());
            if (checked instanceof Result.Refused<LatePolicy, LateRefusal>(LateRefusal refusal)) {
                throw new IllegalArgumentException(refusal.code() + " " + refusal.evidence());
            }
        }
    }

    /**
     * What repaying principal early asks for.
     *
     * @param minimum fen of principal; repaying everything has none
     * @param compensationMonths months from the start of the loan in which compensation is owed; 0: never
     * @param compensationShare compensation as a share of the principal repaid early, decimal fraction
     */
    public record Prepayment(long minimum, int compensationMonths, BigDecimal compensationShare) {

        /** Refuses amounts that are none. */
        public Prepayment {
            if (minimum < 0 || compensationMonths < 0 || !isShare(compensationShare)) {
                throw new IllegalArgumentException("no such prepayment: at least " + minimum + ", " + compensationShare
                        + " within " + compensationMonths + " months");
            }
        }

        /** Whether it ever costs anything. */
        public boolean isFree() {
            return compensationMonths == 0 || compensationShare.signum() == 0;
        }

        private static boolean isShare(BigDecimal share) {
            return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
        }
    }
}
