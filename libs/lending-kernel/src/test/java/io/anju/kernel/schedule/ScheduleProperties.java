package io.anju.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every loan, whatever happens to it. */
class ScheduleProperties {

    @Provide
    Arbitrary<RepaymentTerms> loans() {
        return Loans.any();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void principalPartsAddUpAndTheLoanEndsAtZero(@ForAll("loans") RepaymentTerms terms) {
        RepaymentSchedule schedule = RepaymentSchedule.of(terms);
        assertEquals(terms.instalments(), schedule.instalments().size());
        assertSound(terms, schedule);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void andSoTheyDoWhateverHappens(@ForAll("loans") RepaymentTerms terms, @ForAll long seed) {
        List<ScheduleEvent> events = someEvents(terms, new Random(seed));
        switch (RepaymentSchedule.of(terms, events)) {
            case Result.Ok<RepaymentSchedule, ScheduleRefusal>(RepaymentSchedule schedule) ->
                assertSound(terms, schedule);
            case Result.Refused<RepaymentSchedule, ScheduleRefusal>(ScheduleRefusal refusal) ->
                assertTrue(refusal.code().matches("[A-Z_]+"));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void replayChangesNothing(@ForAll("loans") RepaymentTerms terms, @ForAll long seed) {
        List<ScheduleEvent> events = someEvents(terms, new Random(seed));
        assertEquals(RepaymentSchedule.of(terms, events), RepaymentSchedule.of(terms, List.copyOf(events)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void eventsOfDifferentMomentsMayBeGivenInAnyOrder(@ForAll("loans") RepaymentTerms terms, @ForAll long seed) {
        Random random = new Random(seed);
        List<ScheduleEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate date = terms.startDate().plusDays(1 + 41L * i);
            AnnualRate rate = AnnualRate.of(BigDecimal.valueOf(random.nextInt(2_000), 4));
            events.add(new ScheduleEvent.RepricingOn(date, rate));
        }
        List<ScheduleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        assertEquals(outcome(RepaymentSchedule.of(terms, events)), outcome(RepaymentSchedule.of(terms, shuffled)));
    }

    /** The schedule, or that there is none: which of several misfits is named depends on the order. */
    private static Object outcome(Result<RepaymentSchedule, ScheduleRefusal> result) {
        return switch (result) {
            case Result.Ok<RepaymentSchedule, ScheduleRefusal>(RepaymentSchedule schedule) -> schedule;
            case Result.Refused<RepaymentSchedule, ScheduleRefusal>(ScheduleRefusal refusal) -> refusal.code();
        };
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void steppingPeriodByPeriodGivesTheWholeSchedule(@ForAll("loans") RepaymentTerms terms) {
        List<Instalment> expected = RepaymentSchedule.of(terms).instalments();
        LoanState state = terms.opening();
        for (Instalment instalment : expected) {
            Bill bill = instalment.number() == 1 ? state.bill(terms.firstInterest()) : state.bill();
            assertEquals(instalment.principal(), bill.principal());
            assertEquals(instalment.interest(), bill.interest());
            assertEquals(instalment.balance(), bill.after().outstanding());
            state = bill.after();
        }
        assertTrue(state.isSettled());
        assertEquals(expected, LoanPosition.opening(terms).remaining());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aStoredPositionGoesOnAsIfItHadNeverBeenStored(
            @ForAll("loans") RepaymentTerms terms, @ForAll @IntRange(min = 1, max = 479) int billed) {
        List<Instalment> rows = RepaymentSchedule.of(terms).instalments();
        int known = Math.min(billed, rows.size() - 1);
        LoanState state = terms.opening().bill(terms.firstInterest()).after();
        for (int k = 2; k <= known; k++) {
            state = state.bill().after();
        }
        LoanPosition stored = LoanPosition.at(state, terms.dueDates(), terms.conventions(), terms.startDate(), known);
        assertEquals(rows.subList(known, rows.size()), stored.remaining());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anotherEngineAgreesToTheFen(
            @ForAll @LongRange(min = 100_000, max = 10_000_000_000L) long principal,
            @ForAll @IntRange(min = 0, max = 2_400) int rate,
            @ForAll @IntRange(min = 1, max = 480) int months) {
        BigDecimal yuan = BigDecimal.valueOf(principal, 2);
        BigDecimal annual = BigDecimal.valueOf(rate, 4);
        assertSame(
                NaiveEngine.equalInstalments(yuan, annual, months),
                RepaymentSchedule.of(
                        Loans.monthly(principal, annual.toPlainString(), months, Method.EQUAL_INSTALMENT)));
        assertSame(
                NaiveEngine.equalPrincipal(yuan, annual, months),
                RepaymentSchedule.of(Loans.monthly(principal, annual.toPlainString(), months, Method.EQUAL_PRINCIPAL)));
    }

    private static void assertSame(List<NaiveEngine.Row> expected, RepaymentSchedule schedule) {
        for (Instalment instalment : schedule.instalments()) {
            NaiveEngine.Row row = expected.get(instalment.number() - 1);
            assertEquals(row.principal(), BigDecimal.valueOf(instalment.principal(), 2));
            assertEquals(row.interest(), BigDecimal.valueOf(instalment.interest(), 2));
            assertEquals(row.balance(), BigDecimal.valueOf(instalment.balance(), 2));
        }
    }

    private static void assertSound(RepaymentTerms terms, RepaymentSchedule schedule) {
        long repaid = 0;
        long interest = 0;
        long balance = terms.principal();
        int prepaid = 0;
        LocalDate before = terms.startDate();
        for (Instalment row : schedule.instalments()) {
            while (prepaid < schedule.prepayments().size()
                    && schedule.prepayments().get(prepaid).afterInstalment() < row.number()) {
                Prepaid early = schedule.prepayments().get(prepaid++);
                repaid += early.principal();
                interest += early.interest();
                balance -= early.principal();
                assertEquals(balance, early.balance());
            }
            assertTrue(row.principal() >= 0 && row.interest() >= 0, "a negative part in " + row);
            assertTrue(row.dueDate().isAfter(before), "dates out of order at " + row);
            repaid += row.principal();
            interest += row.interest();
            balance -= row.principal();
            assertEquals(balance, row.balance());
            assertTrue(balance >= 0, "a negative balance in " + row);
            before = row.dueDate();
        }
        for (Prepaid early :
                schedule.prepayments().subList(prepaid, schedule.prepayments().size())) {
            repaid += early.principal();
            interest += early.interest();
            balance -= early.principal();
        }
        assertEquals(terms.principal(), repaid);
        assertEquals(0, balance);
        assertEquals(interest, schedule.totalInterest());
        assertEquals(terms.principal() + interest, schedule.totalAmount());
    }

    private static List<ScheduleEvent> someEvents(RepaymentTerms terms, Random random) {
        List<ScheduleEvent> events = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(terms.instalments());
            LocalDate date = terms.startDate().plusDays(random.nextInt(30 * terms.instalments()));
            long amount = 1 + random.nextLong(terms.principal());
            PrepaymentOption option = PrepaymentOption.values()[random.nextInt(2)];
            AnnualRate rate = AnnualRate.of(BigDecimal.valueOf(random.nextInt(2_000), 4));
            events.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new ScheduleEvent.Prepayment(at, amount, option);
                        case 1 -> new ScheduleEvent.PrepaymentOn(date, amount, option);
                        case 2 -> new ScheduleEvent.Repricing(at + 1, rate);
                        case 3 -> new ScheduleEvent.PlanChangedOn(date, someChange(date, terms, random));
                        default -> new ScheduleEvent.RepricingOn(date, rate);
                    });
        }
        return events;
    }

    private static PlanChange someChange(LocalDate date, RepaymentTerms terms, Random random) {
        LocalDate nextDue = date.plusDays(1 + random.nextInt(30));
        return switch (random.nextInt(4)) {
            case 0 -> new PlanChange.MethodTo(Method.values()[random.nextInt(Method.values().length)]);
            case 1 -> new PlanChange.TermTo(1 + random.nextInt(terms.instalments()));
            case 2 -> new PlanChange.Relief(1 + random.nextInt(12));
            default -> new PlanChange.DueDayTo(nextDue, nextDue.getDayOfMonth());
        };
    }
}
