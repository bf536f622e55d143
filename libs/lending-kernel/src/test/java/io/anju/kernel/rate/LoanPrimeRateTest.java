package io.anju.kernel.rate;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real series, 2019 to 2026. */
class LoanPrimeRateTest {

    private static final ReferenceRate LPR_5Y = series(ReferenceRate.Tenor.LPR_5Y, 2);
    private static final ReferenceRate LPR_1Y = series(ReferenceRate.Tenor.LPR_1Y, 1);

    /** As it is published: 3.50 is 3.5 %. */
    private static AnnualRate percent(String published) {
        return AnnualRate.of(new BigDecimal(published).movePointLeft(2));
    }

    private static ReferenceRate series(ReferenceRate.Tenor tenor, int column) {
        try (InputStream in = LoanPrimeRateTest.class.getResourceAsStream("/lpr_history.csv")) {
            List<ReferenceRate.Publication> publications = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new ReferenceRate.Publication(LocalDate.parse(cells[0]), percent(cells[column])))
                    .toList();
            return ReferenceRate.of(tenor, publications);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 4.80",
        "2021-01-01, 4.65",
        "2022-01-01, 4.65",
        "2023-01-01, 4.30",
        "2024-01-01, 4.20",
        "2025-01-01, 3.60",
        "2026-01-01, 3.50"
    })
    void theNewYearTakesDecembersPublication(LocalDate date, String percent) {
        assertEquals(percent(percent), ok(LPR_5Y.forRepricingOn(date)).value());
        assertEquals(12, ok(LPR_5Y.forRepricingOn(date)).date().getMonthValue());
    }

    @Test
    void theDayOfPublicationStillTakesLastMonths() {
        assertEquals(percent("4.20"), at("2024-02-19"));
        assertEquals(percent("3.95"), at("2024-02-20"));
        LocalDate published = LocalDate.parse("2024-02-20");
        assertEquals(percent("4.20"), ok(LPR_5Y.forRepricingOn(published)).value());
        assertEquals(
                percent("3.95"),
                ok(LPR_5Y.forRepricingOn(published.plusDays(1))).value());
    }

    private static AnnualRate at(String date) {
        return ok(LPR_5Y.publishedBy(LocalDate.parse(date))).value();
    }

    @Test
    void beforeTheFirstPublicationThereIsNone() {
        LocalDate first = LocalDate.parse("2019-08-20");
        assertEquals(
                new RateRefusal.NoReferenceRate(ReferenceRate.Tenor.LPR_1Y, first.minusDays(1)),
                refused(LPR_1Y.forRepricingOn(first)));
        assertEquals(percent("4.25"), ok(LPR_1Y.publishedBy(first)).value());
    }

    /** The series ends on 2026-08-20; no month before it is missing. */
    @Test
    void aValueOlderThanACycleIsNotTaken() {
        LocalDate last = LocalDate.parse("2026-08-20");
        for (LocalDate day = LocalDate.parse("2019-08-20"); !day.isAfter(last); day = day.plusDays(1)) {
            assertTrue(LPR_5Y.publishedBy(day) instanceof Result.Ok, "none on " + day);
        }
        assertEquals(last, ok(LPR_5Y.publishedBy(last.plusDays(35))).date());
        assertEquals(
                new RateRefusal.StaleReferenceRate(
                        ReferenceRate.Tenor.LPR_5Y,
                        last.plusDays(36),
                        new ReferenceRate.Publication(last, percent("3.50")),
                        35),
                refused(LPR_5Y.publishedBy(last.plusDays(36))));
        assertEquals(
                "REFERENCE_RATE_STALE",
                refused(LPR_5Y.forRepricingOn(LocalDate.parse("2027-01-01"))).code());
    }

    @Test
    void referencePlusSpreadAsTheLoanAgreed() {
        FloatingRate rate = new FloatingRate(
                LPR_5Y,
                SpreadHistory.of(List.of(
                        new SpreadHistory.Version(LocalDate.parse("2022-05-20"), Spread.ofBasisPoints(55)),
                        new SpreadHistory.Version(LocalDate.parse("2024-10-25"), Spread.ofBasisPoints(-30)))));
        assertEquals(
                AnnualRate.of("0.0475"),
                ok(rate.fixOn(LocalDate.parse("2024-01-01"))).rate());
        assertEquals(
                AnnualRate.of("0.0330"),
                ok(rate.fixOn(LocalDate.parse("2025-01-01"))).rate());
        FloatingRate.Fixing fixing = ok(rate.fixOn(LocalDate.parse("2026-01-01")));
        assertEquals(AnnualRate.of("0.0320"), fixing.rate());
        assertEquals(LocalDate.parse("2025-12-22"), fixing.publication().date());
        assertEquals(
                "NO_SPREAD", refused(rate.fixOn(LocalDate.parse("2022-05-19"))).code());
    }

    /** 中国人民银行公告〔2019〕第30号: the spread of a converted loan is its last rate less December 2019's 4.80 %. */
    @Test
    void theConversionOf2019() {
        FloatingRate.Fixing fixing = ok(RateConversion.of2019(percent("4.41"), LPR_5Y));
        assertEquals(LocalDate.parse("2019-12-20"), fixing.publication().date());
        assertEquals(percent("4.80"), fixing.publication().value());
        assertEquals("-0.0039", fixing.spread().text());
        assertEquals(percent("4.26"), ok(fixing.spread().on(percent("4.65"))));
        assertEquals(
                "RATE_OUT_OF_RANGE",
                refused(fixing.spread().on(AnnualRate.of("0.0038"))).code());
    }

    @Test
    void aFixedRateBecomesTheNewestReferenceAndASpread() {
        LocalDate day = LocalDate.parse("2026-08-25");
        FloatingRate.Fixing fixing = ok(RateConversion.toFloating(percent("4.10"), LPR_5Y, day));
        assertEquals(Spread.ofBasisPoints(60), fixing.spread());
        assertEquals(percent("4.10"), fixing.rate());
        assertEquals(LocalDate.parse("2026-08-20"), fixing.publication().date());
        assertEquals(
                "REFERENCE_RATE_STALE",
                refused(RateConversion.toFloating(percent("4.10"), LPR_5Y, day.plusMonths(2)))
                        .code());
        assertEquals(
                "SPREAD_OUT_OF_RANGE",
                refused(RateConversion.toFloating(AnnualRate.of("1.1"), LPR_5Y, day))
                        .code());
    }

    @Test
    void aFloatingRateIsFixedAtWhatItIsOrLower() {
        AnnualRate now = percent("3.20");
        assertEquals(now, ok(RateConversion.toFixed(now, now)));
        assertEquals(
                new RateRefusal.FixedRateAboveCurrent(now, percent("3.21")),
                refused(RateConversion.toFixed(now, percent("3.21"))));
    }

    @ParameterizedTest
    @CsvSource({"55, -45, -30", "55, -20, -20", "-29, -45, -30", "-30, -45, ", "-10, -5, "})
    void theBatchOf2024BringsASpreadDownToMinusThirtyOrTheCitysFloor(int now, int cityFloor, Integer then) {
        var answer = SpreadRules.OF_2024.batch(Spread.ofBasisPoints(now), Spread.ofBasisPoints(cityFloor));
        if (then == null) {
            assertEquals("SPREAD_NOT_ABOVE", refused(answer).code());
        } else {
            assertEquals(Spread.ofBasisPoints(then), ok(answer));
        }
    }

    /** New loans at 3.06 % on average and an LPR of 3.50 %: −44 basis points, and 30 above that. */
    @Test
    void onRequestASpreadComesDownToThirtyAboveThatOfNewLoans() {
        AnnualRate average = percent("3.06");
        AnnualRate lpr = percent("3.50");
        SpreadRules rules = SpreadRules.OF_2024;
        assertEquals(Spread.ofBasisPoints(-14), ok(rules.onRequest(Spread.ofBasisPoints(-10), average, lpr)));
        assertEquals(
                new RateRefusal.SpreadNotAbove(Spread.ofBasisPoints(-14), Spread.ofBasisPoints(-14)),
                refused(rules.onRequest(Spread.ofBasisPoints(-14), average, lpr)));
    }

    @Test
    void aSpreadHasADateAndItsHistoryGrows() {
        SpreadHistory history = SpreadHistory.of(
                List.of(new SpreadHistory.Version(LocalDate.parse("2022-05-20"), Spread.ofBasisPoints(55))));
        SpreadHistory.Version batch =
                new SpreadHistory.Version(LocalDate.parse("2024-10-25"), Spread.ofBasisPoints(-30));
        SpreadHistory longer = history.with(batch);
        assertEquals(Spread.ofBasisPoints(55), ok(longer.on(LocalDate.parse("2024-10-24"))));
        assertEquals(Spread.ofBasisPoints(-30), ok(longer.on(batch.from())));
        assertEquals(2, longer.versions().size());
        assertEquals(1, history.versions().size());
    }

    @Test
    void aSpreadFromOutsideIsOneOrRefused() {
        assertEquals(Spread.ofBasisPoints(-30), ok(Spread.parse(new BigDecimal("-0.003"))));
        assertEquals(
                "SPREAD_OUT_OF_RANGE",
                refused(Spread.parse(new BigDecimal("1.01"))).code());
        assertEquals(
                "SPREAD_OUT_OF_RANGE",
                refused(Spread.parse(new BigDecimal("1E-11"))).code());
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2020-01-01, true",
        "6, 2024-10-31, false",
        "6, 2024-11-01, true",
        "3, 2026-01-01, true",
        "1, 2026-01-01, false",
        "0, 2026-01-01, false"
    })
    void shorterCyclesCameInNovember2024(int cycle, LocalDate agreedOn, boolean possible) {
        var answer = RepricingDays.check(agreedOn, cycle, agreedOn);
        if (possible) {
            assertEquals(cycle, ok(answer).cycleMonths());
        } else {
            assertEquals(new RateRefusal.CycleNotPossible(cycle, agreedOn), refused(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2026-11-22, 2027-01-01",
        "12, 2026-12-31, 2027-01-01",
        "12, 2027-01-01, 2028-01-01",
        "6, 2027-01-01, 2027-07-01",
        "3, 2026-11-22, 2027-01-01",
        "3, 2027-01-01, 2027-04-01"
    })
    void repricingDaysFromJanuary(int cycle, LocalDate after, LocalDate next) {
        assertEquals(next, RepricingDays.fromJanuary(cycle).after(after));
        assertTrue(RepricingDays.fromJanuary(cycle).includes(next));
    }

    @Test
    void aLoanIsRepricedFromJanuaryOrFromItsOwnDay() {
        LocalDate start = LocalDate.of(2026, 11, 22);

        assertEquals(
                LocalDate.of(2027, 1, 1), RepricingDay.JANUARY.of(start, 12).after(start));
        assertEquals(
                LocalDate.of(2027, 11, 22), RepricingDay.START.of(start, 12).after(start));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 12, 2024-02-29, 2025-02-28",
        "2024-02-29, 12, 2027-12-31, 2028-02-29",
        "2026-08-31, 6, 2026-09-01, 2027-02-28",
        "2026-08-31, 6, 2027-02-28, 2027-08-31",
        "2026-08-31, 3, 2026-08-30, 2026-08-31"
    })
    void repricingDaysFromTheLoansOwn(LocalDate start, int cycle, LocalDate after, LocalDate next) {
        assertEquals(next, RepricingDays.fromStart(start, cycle).after(after));
    }
}
