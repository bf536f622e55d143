package io.anju.kernel.schedule;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Events of one loan, handed out period by period: sorted once, each looked at once. Used once, by one thread.
 *
 * <p>Events after an instalment and events on a date are two orders, since a date's instalment is known only when the walk
 * gets there; they are merged at the head.
 */
final class EventQueue {

    private record Given<E extends ScheduleEvent>(E event, int turn) {}

    private final Deque<Given<ScheduleEvent.AfterInstalment>> numbered;
    private final Deque<Given<ScheduleEvent.OnDate>> dated;
    private final List<Given<? extends ScheduleEvent>> misfits = new ArrayList<>();

    EventQueue(List<? extends ScheduleEvent> events) {
        List<Given<ScheduleEvent.AfterInstalment>> numbers = new ArrayList<>();
        List<Given<ScheduleEvent.OnDate>> dates = new ArrayList<>();
        for (int turn = 0; turn < events.size(); turn++) {
            switch (events.get(turn)) {
                case ScheduleEvent.AfterInstalment event -> numbers.add(new Given<>(event, turn));
                case ScheduleEvent.OnDate event -> dates.add(new Given<>(event, turn));
            }
        }
        numbers.sort(Comparator.comparingInt(given -> given.event.afterInstalment()));
        dates.sort(Comparator.comparing(given -> given.event.date()));
        numbered = new ArrayDeque<>(numbers);
        dated = new ArrayDeque<>(dates);
    }

    /** The next event of the running period; those of one moment in the order given. Empty when none is left in it. */
    Optional<ScheduleEvent> takeNext(LoanPosition position) {
        putAsideWhatIsPast(position);
        Given<ScheduleEvent.AfterInstalment> byNumber = numbered.peek();
        Given<ScheduleEvent.OnDate> byDate = dated.peek();
        boolean numberFits = byNumber != null && byNumber.event.afterInstalment() == position.billed();
        boolean dateFits = byDate != null && position.runsOn(byDate.event.date());
        if (dateFits && (!numberFits || comesFirst(byDate, byNumber, position))) {
            return Optional.of(dated.remove().event);
        }
        return numberFits ? Optional.of(numbered.remove().event) : Optional.empty();
    }

    private static boolean comesFirst(
            Given<ScheduleEvent.OnDate> byDate, Given<ScheduleEvent.AfterInstalment> byNumber, LoanPosition position) {
        return byDate.event.date().equals(position.periodStart()) && byDate.turn < byNumber.turn;
    }

    private void putAsideWhatIsPast(LoanPosition position) {
        while (!numbered.isEmpty() && numbered.element().event.afterInstalment() < position.billed()) {
            misfits.add(numbered.remove());
        }
        while (!dated.isEmpty() && isPast(dated.element().event.date(), position)) {
            misfits.add(dated.remove());
        }
    }

    private static boolean isPast(LocalDate date, LoanPosition position) {
        return date.isBefore(position.accruedTo());
    }

    /** Of those that fell into no period, the one given first. */
    Optional<ScheduleEvent> findMisfit() {
        misfits.addAll(numbered);
        misfits.addAll(dated);
        return misfits.stream().min(Comparator.comparingInt(Given::turn)).map(Given::event);
    }
}
