package io.anju.care.calendar.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.care.calendar.model.CalendarProposal.Decided;
import io.anju.care.calendar.model.CalendarProposal.Outcome;
import io.anju.care.calendar.model.CalendarProposal.Proposed;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A year's calendar is complete, by two people, and changes nothing that is over. */
class CalendarProposalTest {

    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-20");
    private static final CalendarYear NEXT = Years.complete(2027);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void isPutInForceByASecondPerson() {
        var open = proposed(propose(NEXT, BusinessDays.WEEKENDS, NOVEMBER));

        assertEquals(
                new CalendarRefusal.SamePerson(),
                refusal(open.approve(first, "", Instant.EPOCH, BusinessDays.WEEKENDS, NOVEMBER)));
        assertEquals(new CalendarRefusal.SamePerson(), refusal(open.refuse(first, "", Instant.EPOCH)));
        assertEquals(new CalendarRefusal.NotTheProposer(), refusal(open.withdraw(second, Instant.EPOCH)));
        var decided = decided(open.approve(second, "", Instant.EPOCH, BusinessDays.WEEKENDS, NOVEMBER));
        assertEquals(Outcome.APPROVED, decided.outcome());
        assertEquals(LocalDate.parse("2027-01-01"), decided.from(NOVEMBER));
    }

    @Test
    void isThisYearsOrTheNextOnes() {
        assertEquals(
                new CalendarRefusal.YearNotOpen(2025, 2026, 2027),
                refusal(propose(Years.complete(2025), BusinessDays.WEEKENDS, NOVEMBER)));
        assertEquals(
                new CalendarRefusal.YearNotOpen(2028, 2026, 2027),
                refusal(propose(Years.complete(2028), BusinessDays.WEEKENDS, NOVEMBER)));
    }

    @Test
    void listsEachDayOnceAndDaysOfItsYearAlone() {
        assertRefused(
                new CalendarRefusal.OutOfYear(2027, List.of(LocalDate.parse("2028-01-01"))),
                Years.with(NEXT, "2028-01-01", "元旦"));
        assertRefused(
                new CalendarRefusal.DayTwice(List.of(LocalDate.parse("2027-10-01"))),
                Years.with(NEXT, "2027-10-01", "中秋节"));
        // Off and worked at once: Saturday 1 May 2027.
        assertRefused(
                new CalendarRefusal.DayTwice(List.of(LocalDate.parse("2027-05-01"))), Years.worked(NEXT, "2027-05-01"));
    }

    @Test
    void makesUpOnWeekendsAlone() {
        // A Friday.
        assertRefused(
                new CalendarRefusal.MakeUpNotWeekend(List.of(LocalDate.parse("2027-10-08"))),
                Years.worked(NEXT, "2027-10-08"));
        assertEquals(
                NEXT.year(),
                proposed(propose(Years.worked(NEXT, "2027-10-09"), BusinessDays.WEEKENDS, NOVEMBER))
                        .calendar()
                        .year());
    }

    @Test
    void isCompleteOnlyWithEveryStatutoryDay() {
        assertRefused(new CalendarRefusal.Incomplete(List.of("春节")), Years.without(NEXT, "2027-02-13"));
        assertRefused(new CalendarRefusal.Incomplete(List.of("2027-10-02", "国庆节")), Years.without(NEXT, "2027-10-02"));
        // Another day by the name does not stand for a date that is fixed.
        assertRefused(
                new CalendarRefusal.Incomplete(List.of("2027-10-02")),
                Years.with(Years.without(NEXT, "2027-10-02"), "2027-10-04", "国庆节"));
    }

    @Test
    void saysOfDaysThatAreOverWhatHolds() {
        var summer = LocalDate.parse("2027-07-01");
        var inForce = new BusinessDays(NEXT.holidays(), Set.copyOf(NEXT.makeUpDays()));
        var one = List.of(LocalDate.parse("2027-06-21"));

        assertEquals(
                new CalendarRefusal.PastChanged(one),
                refusal(propose(Years.with(NEXT, "2027-06-21", "端午节"), inForce, summer)));
        // Left out, that is changed as well.
        assertEquals(
                new CalendarRefusal.PastChanged(one),
                refusal(propose(
                        NEXT,
                        new BusinessDays(Years.with(NEXT, "2027-06-21", "端午节").holidays(), inForce.makeUpDays()),
                        summer)));
        // From today on it may say something else, and holds from today.
        var changed = proposed(propose(Years.with(NEXT, "2027-07-01", "抗战胜利日"), inForce, summer));
        var decided = decided(changed.approve(second, "", Instant.EPOCH, inForce, summer));
        assertEquals(summer, decided.from(summer));
        // Proposed in time and approved too late.
        assertEquals(
                new CalendarRefusal.PastChanged(List.of(summer)),
                refusal(changed.approve(second, "", Instant.EPOCH, inForce, summer.plusDays(1))));
    }

    private void assertRefused(CalendarRefusal refusal, CalendarYear calendar) {
        assertEquals(refusal, refusal(propose(calendar, BusinessDays.WEEKENDS, NOVEMBER)));
    }

    private Result<Proposed, CalendarRefusal> propose(CalendarYear calendar, BusinessDays inForce, LocalDate today) {
        return CalendarProposal.propose(UUID.randomUUID(), calendar, inForce, today, first, Instant.EPOCH);
    }

    private static Proposed proposed(Result<Proposed, CalendarRefusal> result) {
        return (Proposed) assertInstanceOf(Result.Ok.class, result).value();
    }

    private static Decided decided(Result<Decided, CalendarRefusal> result) {
        return (Decided) assertInstanceOf(Result.Ok.class, result).value();
    }

    private static CalendarRefusal refusal(Result<?, CalendarRefusal> result) {
        return (CalendarRefusal) assertInstanceOf(Result.Refused.class, result).refusal();
    }
}
