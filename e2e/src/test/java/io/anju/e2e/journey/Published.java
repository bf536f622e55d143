package io.anju.e2e.journey;

import io.anju.e2e.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** What anyone can look up and work out without us: the LPR as published, the annuity formula. */
final class Published {

    private static final String LPR_SERIES = "libs/lending-kernel/src/test/resources/lpr_history.csv";
    private static final int DATE = 0;
    private static final int OVER_FIVE_YEARS = 2;

    private static final MathContext PRECISION = new MathContext(40);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Published() {}

    /** The LPR over five years in force on that day, as a decimal fraction. */
    static BigDecimal lprOverFiveYears(LocalDate day) {
        return series().stream()
                .filter(line -> !LocalDate.parse(line.get(DATE)).isAfter(day))
                .reduce((earlier, later) -> later)
                .map(line -> new BigDecimal(line.get(OVER_FIVE_YEARS)).divide(PERCENT, PRECISION))
                .orElseThrow();
    }

    /** A = P·r(1+r)^n / ((1+r)^n − 1), in fen. */
    static long instalment(long principal, BigDecimal annualRate, int months) {
        var rate = annualRate.divide(MONTHS, PRECISION);
        var growth = BigDecimal.ONE.add(rate).pow(months, PRECISION);
        return BigDecimal.valueOf(principal)
                .multiply(rate)
                .multiply(growth)
                .divide(growth.subtract(BigDecimal.ONE), PRECISION)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static List<List<String>> series() {
        try (var lines = Files.lines(Repository.root().resolve(LPR_SERIES))) {
            return lines.skip(1).map(line -> List.of(line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
