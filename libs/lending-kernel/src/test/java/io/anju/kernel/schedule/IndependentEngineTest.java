package io.anju.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of lives by chance, lived by the kernel and by {@link DecimalEngine}: the same lines, to the fen. */
class IndependentEngineTest {

    private static final int LIVES = 6_000;
    private static final long SEED = 20_261_122;

    @Test
    void everyLifeIsTheSameToTheFenAndRefusedByBothOrNeither() {
        Random random = new Random(SEED);
        int lived = 0;
        for (int i = 0; i < LIVES; i++) {
            SomeLife life = SomeLife.of(random);
            Optional<List<DecimalEngine.Line>> expected = DecimalEngine.card(life.terms(), life.events());
            Optional<List<DecimalEngine.Line>> found = switch (RepaymentSchedule.of(life.terms(), life.events())) {
                case Result.Ok<RepaymentSchedule, ScheduleRefusal>(RepaymentSchedule schedule) ->
                    Optional.of(lines(schedule));
                case Result.Refused<RepaymentSchedule, ScheduleRefusal> _ -> Optional.empty();
            };
            assertEquals(expected, found, () -> difference(life, expected, found));
            lived += found.isPresent() ? 1 : 0;
        }
        assertTrue(lived > LIVES / 2, "only " + lived + " lives were possible");
    }

    /** A simulation is the execution not kept: what a position says is to come is what the schedule then has. */
    @Test
    void livedStepByStepAndStoredInBetweenItIsTheSame() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < LIVES / 3; i++) {
            SomeLife life = SomeLife.of(random);
            if (RepaymentSchedule.of(life.terms(), life.events())
                    instanceof Result.Ok<RepaymentSchedule, ScheduleRefusal>(RepaymentSchedule schedule)) {
                assertEquals(schedule.instalments(), stepByStep(life, schedule), life::toString);
            }
        }
    }

    private static List<Instalment> stepByStep(SomeLife life, RepaymentSchedule schedule) {
        List<Instalment> rows = new ArrayList<>();
        List<ScheduleEvent> left = new ArrayList<>(life.events());
        LoanPosition position = LoanPosition.opening(life.terms());
        while (position.state().left() > 0) {
            LoanPosition now = stored(position);
            Optional<ScheduleEvent> next = left.stream()
                    .filter(event -> isDue(event, now))
                    .min(Comparator.comparing(
                            event -> event instanceof ScheduleEvent.OnDate on ? on.date() : now.periodStart()));
            if (next.isPresent()) {
                left.remove(next.get());
                position = apply(now, next.get());
            } else {
                if (left.isEmpty()) {
                    assertEquals(
                            schedule.instalments()
                                    .subList(rows.size(), schedule.instalments().size()),
                            now.remaining());
                }
                LoanPosition.Billed billed = now.bill();
                rows.add(billed.instalment());
                position = billed.after();
            }
        }
        return rows;
    }

    private static boolean isDue(ScheduleEvent event, LoanPosition position) {
        return switch (event) {
            case ScheduleEvent.AfterInstalment after -> after.afterInstalment() == position.billed();
            case ScheduleEvent.OnDate on -> position.runsOn(on.date());
        };
    }

    private static LoanPosition apply(LoanPosition position, ScheduleEvent event) {
        return Loans.ok(
                switch (event) {
                    case ScheduleEvent.Prepayment of ->
                        position.prepaidOn(position.periodStart(), of.amount(), of.option())
                                .map(LoanPosition.Prepayment::after);
                    case ScheduleEvent.PrepaymentOn of ->
                        position.prepaidOn(of.date(), of.amount(), of.option()).map(LoanPosition.Prepayment::after);
                    case ScheduleEvent.Repricing of -> position.repricedOn(position.periodStart(), of.annualRate());
                    case ScheduleEvent.RepricingOn of -> position.repricedOn(of.date(), of.annualRate());
                    case ScheduleEvent.PlanChangedOn of -> position.changedOn(of.date(), of.change());
                });
    }

    /** What is left of it after its parts were written down and read again. */
    private static LoanPosition stored(LoanPosition position) {
        LoanState state = position.state();
        return new LoanPosition(
                new LoanState(
                        state.method(),
                        state.annualRate(),
                        state.frequency(),
                        state.outstanding(),
                        state.instalment(),
                        state.left(),
                        state.interestOnlyLeft()),
                position.dueDates(),
                position.conventions(),
                position.startDate(),
                position.billed(),
                position.periodStart(),
                position.accruedTo(),
                position.accrual());
    }

    private static String difference(
            SomeLife life, Optional<List<DecimalEngine.Line>> expected, Optional<List<DecimalEngine.Line>> found) {
        List<DecimalEngine.Line> theirs = expected.orElse(List.of());
        List<DecimalEngine.Line> ours = found.orElse(List.of());
        int same = 0;
        while (same < Math.min(theirs.size(), ours.size()) && theirs.get(same).equals(ours.get(same))) {
            same++;
        }
        return life + " differs from line " + same + ": "
                + theirs.subList(same, Math.min(same + 2, theirs.size())) + " and "
                + ours.subList(same, Math.min(same + 2, ours.size()));
    }

    private static List<DecimalEngine.Line> lines(RepaymentSchedule schedule) {
        List<DecimalEngine.Line> lines = new ArrayList<>();
        List<Prepaid> early = new ArrayList<>(schedule.prepayments());
        for (Instalment row : schedule.instalments()) {
            while (!early.isEmpty() && early.getFirst().afterInstalment() < row.number()) {
                lines.add(line(early.removeFirst()));
            }
            lines.add(new DecimalEngine.Line(
                    row.number(), row.dueDate(), yuan(row.principal()), yuan(row.interest()), yuan(row.balance())));
        }
        early.forEach(prepaid -> lines.add(line(prepaid)));
        return lines;
    }

    private static DecimalEngine.Line line(Prepaid prepaid) {
        return new DecimalEngine.Line(
                0, prepaid.date(), yuan(prepaid.principal()), yuan(prepaid.interest()), yuan(prepaid.balance()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
