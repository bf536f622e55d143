package io.anju.kernel.schedule;

import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepaymentTermsTest {

    private static final LocalDate START = LocalDate.parse("2026-01-31");

    private static Result<RepaymentTerms, TermsRefusal> check(
            long principal, int instalments, Method method, int interestOnly, String firstDue, int dueDay) {
        return RepaymentTerms.check(
                principal,
                AnnualRate.of("0.035"),
                instalments,
                method,
                interestOnly,
                START,
                LocalDate.parse(firstDue),
                dueDay,
                Conventions.MONTHLY_ACT_360);
    }

    @Test
    void eachReasonHasItsOwnRefusal() {
        Method level = Method.EQUAL_INSTALMENT;
        Method deferred = Method.INTEREST_ONLY_THEN_EQUAL_PRINCIPAL;
        assertEquals("PRINCIPAL_OUT_OF_RANGE", code(check(0, 12, level, 0, "2026-02-28", 31)));
        assertEquals("PRINCIPAL_OUT_OF_RANGE", code(check(Fen.MAX + 1, 12, level, 0, "2026-02-28", 31)));
        assertEquals("INSTALMENTS_OUT_OF_RANGE", code(check(1, 0, level, 0, "2026-02-28", 31)));
        assertEquals("INSTALMENTS_OUT_OF_RANGE", code(check(1, 1_201, level, 0, "2026-02-28", 31)));
        assertEquals("INTEREST_ONLY_MISMATCH", code(check(1, 12, level, 1, "2026-02-28", 31)));
        assertEquals("INTEREST_ONLY_MISMATCH", code(check(1, 12, deferred, 0, "2026-02-28", 31)));
        assertEquals("INTEREST_ONLY_MISMATCH", code(check(1, 12, deferred, 12, "2026-02-28", 31)));
        assertEquals("FIRST_DUE_DATE_NOT_AFTER_START", code(check(1, 12, level, 0, "2026-01-31", 31)));
        assertEquals("FIRST_PERIOD_TOO_LONG", code(check(1, 12, level, 0, "2027-03-31", 31)));
        assertEquals("DUE_DAY_MISMATCH", code(check(1, 12, level, 0, "2026-02-27", 31)));
        assertEquals("DUE_DAY_MISMATCH", code(check(1, 12, level, 0, "2026-02-28", 32)));
    }

    private static String code(Result<RepaymentTerms, TermsRefusal> result) {
        TermsRefusal refusal = refused(result);
        assertEquals(false, refusal.evidence().isEmpty());
        return refusal.code();
    }

    @Test
    void whatACheckRefusesTheRecordDoesNotHold() {
        AnnualRate rate = AnnualRate.of("0.035");
        assertThrows(
                IllegalArgumentException.class,
                () -> RepaymentTerms.monthly(0, rate, 12, Method.BULLET, START, START.plusMonths(1)));
    }

    /** The month's last day completes a month: none of these first periods is broken. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-12-22, 22",
        "2026-01-31, 2026-02-28, 31",
        "2026-01-31, 2026-02-28, 28",
        "2026-02-28, 2026-03-31, 31",
        "2028-01-30, 2028-02-29, 29"
    })
    void aFirstPeriodOfOneMonthIsWhole(LocalDate start, LocalDate firstDue, int dueDay) {
        for (FirstPeriod convention : FirstPeriod.values()) {
            assertEquals(291_667, firstInterest(start, firstDue, dueDay, convention));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07, 2026-04-20, ACTUAL_DAYS, 427778",
        "2026-03-07, 2026-04-20, WHOLE_MONTHS_AND_DAYS, 418056",
        "2026-03-07, 2026-03-20, ACTUAL_DAYS, 126389",
        "2026-03-07, 2026-03-20, WHOLE_MONTHS_AND_DAYS, 126389",
        "2026-01-31, 2026-03-30, WHOLE_MONTHS_AND_DAYS, 583333",
        "2026-03-07, 2026-05-07, ACTUAL_DAYS, 593056",
        "2026-03-07, 2026-05-07, WHOLE_MONTHS_AND_DAYS, 583333"
    })
    void aBrokenOneCarriesWhatTheProductSays(
            LocalDate start, LocalDate firstDue, FirstPeriod convention, long interest) {
        assertEquals(interest, firstInterest(start, firstDue, firstDue.getDayOfMonth(), convention));
    }

    private static long firstInterest(LocalDate start, LocalDate firstDue, int dueDay, FirstPeriod convention) {
        Conventions standard = Conventions.MONTHLY_ACT_360;
        return new RepaymentTerms(
                        100_000_000,
                        AnnualRate.of("0.035"),
                        360,
                        Method.EQUAL_INSTALMENT,
                        0,
                        start,
                        firstDue,
                        dueDay,
                        new Conventions(standard.frequency(), convention, standard.splitPeriod(), standard.dayCount()))
                .firstInterest();
    }
}
