package io.anju.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Due dates that move with their interest, held against a loop of its own over decimals. */
class MovedDueDatesTest {

    private static final LocalDate START = LocalDate.parse("2026-11-22");
    private static final BigDecimal RATE = new BigDecimal("0.035");
    private static final RepaymentTerms TERMS = RepaymentTerms.monthly(
            100_000_000, AnnualRate.of("0.0350"), 24, Method.EQUAL_INSTALMENT, START, START.plusMonths(1));

    /** 22 February 2027 is a Monday that is made a holiday here; 22 May is a Saturday, 22 August a Sunday. */
    private static final BusinessDays CALENDAR = new BusinessDays(Set.of(LocalDate.parse("2027-02-22")), Set.of());

    private static DueDates moving() {
        return TERMS.dueDates().under(HolidayRule.DUE_DATE_MOVES, CALENDAR);
    }

    @Test
    void interestRunsToTheMovedDateAndThePeriodAfterItIsSoMuchShorter() {
        assertEquals(expected(), RepaymentSchedule.of(TERMS, moving()).instalments());
    }

    @Test
    void billingDateByDateComesToTheSameAndSoDoesWhatIsLeftAtAnyTime() {
        LoanPosition position = LoanPosition.opening(TERMS, moving());
        List<Instalment> all = expected();
        for (int number = 1; number <= all.size(); number++) {
            assertEquals(all.subList(number - 1, all.size()), position.remaining());
            LoanPosition.Billed billed = position.bill();
            assertEquals(all.get(number - 1), billed.instalment());
            LocalDate from = position.periodStart();
            long before = position.state().outstanding();
            position = billed.after();
            assertEquals(
                    billed.instalment().interest(),
                    position.chargedBefore(from, before, TERMS.annualRate()),
                    "charged for " + number);
        }
    }

    /** The vectors of the independent engine are of dates that do not move. */
    @ParameterizedTest
    @EnumSource(value = HolidayRule.class, names = "DUE_DATE_MOVES", mode = EnumSource.Mode.EXCLUDE)
    void whereDatesDoNotMoveNoCalendarChangesAnything(HolidayRule rule) {
        assertEquals(
                RepaymentSchedule.of(TERMS),
                RepaymentSchedule.of(TERMS, TERMS.dueDates().under(rule, CALENDAR)));
    }

    private static List<Instalment> expected() {
        List<Instalment> rows = new ArrayList<>();
        BigDecimal month = RATE.divide(new BigDecimal(12), MathContext.DECIMAL128);
        BigDecimal growth = month.add(BigDecimal.ONE).pow(24, MathContext.DECIMAL128);
        long level = fen(new BigDecimal(100_000_000)
                .multiply(month)
                .multiply(growth)
                .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128));
        long balance = 100_000_000;
        LocalDate from = START;
        boolean fromMoved = false;
        for (int number = 1; number <= 24; number++) {
            LocalDate agreed = START.plusMonths(number);
            LocalDate due = next(agreed);
            boolean moved = !due.equals(agreed);
            BigDecimal owed = new BigDecimal(balance);
            long whole = fen(owed.multiply(month));
            long interest = moved || fromMoved
                    ? fen(owed.multiply(RATE)
                            .multiply(new BigDecimal(ChronoUnit.DAYS.between(from, due)))
                            .divide(new BigDecimal(360), MathContext.DECIMAL128))
                    : whole;
            long principal = number == 24 ? balance : level - whole;
            balance -= principal;
            rows.add(new Instalment(number, due, principal, interest, balance));
            from = due;
            fromMoved = moved;
        }
        return rows;
    }

    private static LocalDate next(LocalDate day) {
        LocalDate next = day;
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY
                || next.equals(LocalDate.parse("2027-02-22"))) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static long fen(BigDecimal exact) {
        return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
