package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The published series of one reference rate, and which of its values a contract means.
 *
 * <p>The loan prime rate (贷款市场报价利率, LPR) is published on the 20th of a month at 09:00, later when that is a holiday.
 * A contract that reprices on a day takes the value <em>in force the day before</em>: a repricing on 1 January takes 20
 * December's, and one on the 20th, the day of publication itself, still takes last month's.
 *
 * <p>Worked example, over five years: publications 2024-01-22 at 4.20 % and 2024-02-20 at 3.95 %. {@code publishedBy}
 * 2024-02-19 is 4.20 %, by 2024-02-20 is 3.95 %. {@code forRepricingOn} 2024-02-20 is 4.20 %, on 2024-02-21 is 3.95 %.
 *
 * <p>A value is good for one cycle of publication. A newest value that is older means that a publication was missed, and
 * a loan is not priced by it: the answer is a refusal that names the newest known.
 *
 * <p>A publication that corrects an earlier one of the same date replaces it: keep versions where they are stored and
 * pass the ones that a calculation is to see.
 */
public final class ReferenceRate {

    /** Maturity that the rate is quoted for. */
    public enum Tenor {
        /** One year: loans of up to five years by most banks' custom. */
        LPR_1Y,
        /** Over five years: most mortgages. */
        LPR_5Y
    }

    /**
     * One publication.
     *
     * @param date of publication, from which the value is in force
     */
    public record Publication(LocalDate date, AnnualRate value) {}

    /**
     * How old a value may be that is published monthly: from 2019 to 2026 two publications were never further apart,
     * the 20th of a long month and holidays after the next.
     */
    public static final int MONTHLY_MAX_AGE_DAYS = 35;

    private final Tenor tenor;
    private final NavigableMap<LocalDate, AnnualRate> values;
    private final int maxAgeDays;

    private ReferenceRate(Tenor tenor, NavigableMap<LocalDate, AnnualRate> values, int maxAgeDays) {
        this.tenor = tenor;
        this.values = values;
        this.maxAgeDays = maxAgeDays;
    }

    /** The monthly series of those publications. Parameters as below. */
    public static ReferenceRate of(Tenor tenor, Collection<Publication> publications) {
        return of(tenor, publications, MONTHLY_MAX_AGE_DAYS);
    }

    /**
     * The series of those publications.
     *
     * @param publications in any order; of two with one date the later in the collection counts
     * @param maxAgeDays days after its publication on which a value still counts
     */
    public static ReferenceRate of(Tenor tenor, Collection<Publication> publications, int maxAgeDays) {
        NavigableMap<LocalDate, AnnualRate> values = new TreeMap<>();
        publications.forEach(publication -> values.put(publication.date(), publication.value()));
        return new ReferenceRate(tenor, values, maxAgeDays);
    }

    /** Which rate this is. */
    public Tenor tenor() {
        return tenor;
    }

    /** The newest publication on that day or before it; refused when there is none, or when it is too old for the day. */
    public Result<Publication, RateRefusal> publishedBy(LocalDate date) {
        Map.Entry<LocalDate, AnnualRate> entry = values.floorEntry(date);
        if (entry == null) {
            return Result.refused(new RateRefusal.NoReferenceRate(tenor, date));
        }
        Publication newest = new Publication(entry.getKey(), entry.getValue());
        return newest.date().plusDays(maxAgeDays).isBefore(date)
                ? Result.refused(new RateRefusal.StaleReferenceRate(tenor, date, newest, maxAgeDays))
                : Result.ok(newest);
    }

    /** The publication that a repricing (or a disbursement) on that day takes: in force the day before. */
    public Result<Publication, RateRefusal> forRepricingOn(LocalDate date) {
        return publishedBy(date.minusDays(1));
    }
}
