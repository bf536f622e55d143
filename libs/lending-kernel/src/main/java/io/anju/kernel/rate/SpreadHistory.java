package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A loan's spread over time. Since the central bank's notice 11 of 2024 (中国人民银行公告〔2024〕第11号, in force from 1 November) a spread is no
 * longer fixed for life: borrower and bank may agree on another when it has drifted from the market, so it is data with
 * a date.
 */
public final class SpreadHistory {

    /**
     * One agreed spread.
     *
     * @param from first day on which it is in force
     */
    public record Version(LocalDate from, Spread spread) {}

    private final NavigableMap<LocalDate, Spread> versions = new TreeMap<>();

    private SpreadHistory() {}

    /** The versions in any order; of two from one day the later in the collection counts. */
    public static SpreadHistory of(Collection<Version> versions) {
        SpreadHistory history = new SpreadHistory();
        versions.forEach(version -> history.versions.put(version.from(), version.spread()));
        return history;
    }

    /** This history and another spread from a day on; one of the same day replaces it. */
    public SpreadHistory with(Version version) {
        List<Version> longer = new ArrayList<>(versions());
        longer.add(version);
        return of(longer);
    }

    /** All versions in the order of their days. */
    public List<Version> versions() {
        return versions.entrySet().stream()
                .map(entry -> new Version(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A spread that has never changed. */
    public static SpreadHistory always(Spread spread) {
        return of(List.of(new Version(LocalDate.MIN, spread)));
    }

    /** The spread in force on a day. */
    public Result<Spread, RateRefusal> on(LocalDate date) {
        Map.Entry<LocalDate, Spread> entry = versions.floorEntry(date);
        return entry == null ? Result.refused(new RateRefusal.NoSpread(date)) : Result.ok(entry.getValue());
    }
}
