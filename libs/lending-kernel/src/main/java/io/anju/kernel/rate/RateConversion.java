package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.time.Month;

/**
 * From a fixed rate to a floating one and back. On the day itself the rate stays what it is: a conversion decides what it
 * follows from then on.
 */
public final class RateConversion {

    private static final LocalDate DECEMBER_2019 = LocalDate.of(2019, Month.DECEMBER, 31);

    private RateConversion() {}

    /**
     * Fixed to floating: the spread is the old rate less the newest LPR, and stays.
     *
     * <p>4.10 % on 2026-08-25, when the newest LPR is 3.50 %, is LPR + 60 basis points.
     *
     * @param on day of the conversion
     */
    public static Result<FloatingRate.Fixing, RateRefusal> toFloating(
            AnnualRate fixed, ReferenceRate reference, LocalDate on) {
        return reference
                .publishedBy(on)
                .flatMap(newest -> Spread.between(newest.value(), fixed)
                        .map(spread -> new FloatingRate.Fixing(newest, spread, fixed)));
    }

    /**
     * The conversion of 2020: 中国人民银行公告〔2019〕第30号: 加点数值应等于原合同最近的执行利率水平与2019年12月发布的相应期限LPR的差值.
     *
     * <p>A loan at 4.41 % became LPR − 39 basis points, December 2019's LPR over five years being 4.80 %.
     *
     * @param last rate of the loan before it
     */
    public static Result<FloatingRate.Fixing, RateRefusal> of2019(AnnualRate last, ReferenceRate reference) {
        return toFloating(last, reference, DECEMBER_2019);
    }

    /** Floating to fixed: what borrower and bank agree on, not above the rate in force. */
    public static Result<AnnualRate, RateRefusal> toFixed(AnnualRate current, AnnualRate agreed) {
        return agreed.compareTo(current) <= 0
                ? Result.ok(agreed)
                : Result.refused(new RateRefusal.FixedRateAboveCurrent(current, agreed));
    }
}
