package io.anju.loan.referencerate.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Reads the series of LPR publications as shipped: date, one year, over five years, in percent. */
public final class LprHistory {

    private LprHistory() {}

    /** Both rates of each line; lines that begin with {@code #} are remarks. */
    public static List<PublishedRate> parse(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(LprHistory::publication)
                .toList();
    }

    private static Stream<PublishedRate> publication(String line) {
        String[] cells = line.split(",", -1);
        LocalDate date = LocalDate.parse(cells[0]);
        return Stream.of(
                new PublishedRate(Rate.LPR_1Y, date, fraction(cells[1])),
                new PublishedRate(Rate.LPR_5Y, date, fraction(cells[2])));
    }

    private static BigDecimal fraction(String percent) {
        return new BigDecimal(percent).movePointLeft(2);
    }
}
