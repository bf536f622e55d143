package io.anju.kernel.prepay;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Outlook;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleEvent;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A comparison and the schedule that follows it are one. */
class PrepaymentProperties {

    private static LoanPosition after(RepaymentTerms terms, int billed) {
        LoanPosition position = LoanPosition.opening(terms);
        for (int k = 0; k < billed; k++) {
            position = position.bill().after();
        }
        return position;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aComparisonIsWhatTheScheduleThenSays(
            @ForAll @IntRange(min = 0, max = 358) int billed,
            @ForAll @IntRange(min = 0, max = 27) int days,
            @ForAll @LongRange(min = 1, max = 400_000) long amount,
            @ForAll PrepaymentOption option) {
        LoanPosition position = after(Loans.million(), billed);
        LocalDate date = position.periodStart().plusDays(days);
        PrepaymentComparison comparison =
                ok(PrepaymentComparison.on(EarlyDay.of(position, date), amount, PrepaymentPolicy.FREE));
        RepaymentSchedule schedule = ok(
                RepaymentSchedule.of(Loans.million(), List.of(new ScheduleEvent.PrepaymentOn(date, amount, option))));
        Outlook outlook = (option == PrepaymentOption.SHORTER_TERM
                        ? comparison.shorterTerm()
                        : comparison.smallerInstalment())
                .orElseThrow();
        assertEquals(schedule.last().amount(), outlook.lastInstalment());
        assertEquals(schedule.last().dueDate(), outlook.lastDueDate());
        assertEquals(schedule.prepayments().getFirst().amount(), comparison.total());
        assertEquals(
                RepaymentSchedule.of(Loans.million()).totalInterest() - schedule.totalInterest(),
                comparison.interestSaved(outlook));
    }
}
