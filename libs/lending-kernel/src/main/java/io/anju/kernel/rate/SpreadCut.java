package io.anju.kernel.rate;

import io.anju.kernel.result.Result;

/**
 * By how much the spreads of many loans come down at once: data of one batch. The autumn of 2024 had one of existing
 * first-home loans (市场利率定价自律机制, 2024-09-29).
 *
 * <p>Worked example, that batch in a city whose floor is −20 basis points: {@code above} and {@code to} are −30, {@code
 * floor} is −20. A loan at LPR + 55 goes to −20; one at −25 stays, since it is at what it would come to, or below.
 *
 * @param above only spreads above this one come down
 * @param to what they come down to
 * @param floor below which none is brought: that of the city
 */
public record SpreadCut(Spread above, Spread to, Spread floor) {

    /** What a spread comes down to. */
    public Spread target() {
        return to.max(floor);
    }

    /** The spread after the batch; refused for one that stays as it is. None is ever raised. */
    public Result<Spread, RateRefusal> of(Spread now) {
        Spread least = above.max(target());
        return now.compareTo(least) > 0
                ? Result.ok(target())
                : Result.refused(new RateRefusal.SpreadNotAbove(now, least));
    }
}
