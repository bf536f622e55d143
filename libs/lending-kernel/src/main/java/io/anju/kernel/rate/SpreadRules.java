package io.anju.kernel.rate;

import io.anju.kernel.result.Result;

/**
 * How far the spread of a loan that exists may be brought down: data, since the central bank and the self-regulatory
 * body set it anew.
 *
 * <p>Worked example with {@link #OF_2024}: a loan at LPR + 55 basis points in a city whose floor is −45 goes to −30 in
 * the batch of October 2024. One at −10, asked for when new loans average 3.06 % and the LPR is 3.50 %, goes to
 * 3.06 % − 3.50 % + 0.30 % = −14 basis points.
 *
 * @param batchFloor no spread is brought below it by the batch (市场利率定价自律机制, 2024-09-29: 不低于 LPR−30 个基点)
 * @param aboveAverage a borrower may ask for a spread that much above that of new loans (中国人民银行公告〔2024〕第11号)
 */
public record SpreadRules(Spread batchFloor, Spread aboveAverage) {

    /** In force since the autumn of 2024. */
    public static final SpreadRules OF_2024 = new SpreadRules(Spread.ofBasisPoints(-30), Spread.ofBasisPoints(30));

    /** The spread after the batch; refused for one that is not above what it leads to. */
    public Result<Spread, RateRefusal> batch(Spread now, Spread cityFloor) {
        return downTo(batchFloor.max(cityFloor), now);
    }

    /**
     * The lowest spread that a borrower may ask for; refused for one that is not above it.
     *
     * @param averageNewRate national average of new loans, published each January, April, July and October
     * @param reference the LPR that it is compared with
     */
    public Result<Spread, RateRefusal> onRequest(Spread now, AnnualRate averageNewRate, AnnualRate reference) {
        return Spread.between(reference, averageNewRate)
                .flatMap(average -> Spread.parse(average.fraction().add(aboveAverage.fraction())))
                .flatMap(lowest -> downTo(lowest, now));
    }

    private static Result<Spread, RateRefusal> downTo(Spread lowest, Spread now) {
        return now.compareTo(lowest) > 0
                ? Result.ok(lowest)
                : Result.refused(new RateRefusal.SpreadNotAbove(now, lowest));
    }
}
