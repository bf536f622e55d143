package io.anju.kernel.arrears;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import java.math.BigDecimal;

/**
 * What paying late costs by the contract: data of the product.
 *
 * <p>银发〔2003〕251号 三: 逾期贷款（借款人未按合同约定日期还款的借款）罚息利率…改为在借款合同载明的贷款利率水平上加收30%－50%；
 * …对不能按时支付的利息，按罚息利率计收复利。
 *
 * @param multiplier of the contract rate, 1.3 to 1.5 for lateness; 1.5 by default
 * @param graceDays days after the due date on which a payment costs nothing extra
 * @param dayCount of the days late
 * @param compound whether overdue interest bears interest at the penalty rate
 */
public record LateRule(BigDecimal multiplier, int graceDays, DayCount dayCount, boolean compound) {

    /** Half as much again as the contract rate, no grace, days of a year of 360, compound interest. */
    public static final LateRule DEFAULT = new LateRule(new BigDecimal("1.5"), 0, DayCount.ACT_360, true);

    /** The penalty rate for a contract rate: 3.5 % becomes 5.25 %. */
    public Result<AnnualRate, RateRefusal> penaltyRate(AnnualRate contractRate) {
        return contractRate.times(multiplier);
    }
}
