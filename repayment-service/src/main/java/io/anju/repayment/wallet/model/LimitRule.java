package io.anju.repayment.wallet.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The stated formula of a wallet's credit limit; all its figures are data of the bank.
 *
 * <pre>limit = min(cap, balance × share × min(months, fullMonths) / fullMonths × onTime / counted)</pre>
 *
 * <p>rounded down to {@code step}. It grows with what was repaid on time and for how long, never exceeds the cap, and
 * knows nothing else of the customer: neither what they withdrew nor what they closed. Where no instalment was counted
 * yet, the last factor is one. 2,000,000.00 yuan owed, 12 months, 12 of 12 on time, share 5 %, 24 months for the whole:
 * 2,000,000 × 0.05 × 12/24 = 50,000.00 yuan.
 *
 * @param share of the mortgage balance, decimal fraction
 * @param fullMonths months of history from which on the whole share is granted
 * @param cap fen; consumer credit granted online to one person is at most 200,000 yuan (商业银行互联网贷款管理暂行办法 6), so
 *     that what other links of the same person were granted is taken off it
 * @param step fen, to which it is rounded down
 */
public record LimitRule(BigDecimal share, int fullMonths, long cap, long step) {

    public LimitRule {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || fullMonths < 1 || cap < 0 || step < 1) {
            throw new IllegalArgumentException("no such rule");
        }
    }

    /**
     * The same for somebody who has so much granted by other links: the cap is the person's, not the loan's.
     *
     * @param granted fen
     */
    public LimitRule besides(long granted) {
        return new LimitRule(share, fullMonths, Math.max(0, cap - granted), step);
    }

    /** The limit, fen; zero where it would be less than a step. */
    public long limit(LimitBasis basis) {
        BigDecimal counted = BigDecimal.valueOf(Math.max(1, basis.counted()));
        BigDecimal onTime = basis.counted() == 0 ? BigDecimal.ONE : BigDecimal.valueOf(basis.onTime());
        long whole = BigDecimal.valueOf(basis.mortgageBalance())
                .multiply(share)
                .multiply(BigDecimal.valueOf(Math.min(basis.historyMonths(), fullMonths)))
                .multiply(onTime)
                .divide(BigDecimal.valueOf(fullMonths).multiply(counted), 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(cap))
                .longValueExact();
        return whole - whole % step;
    }
}
