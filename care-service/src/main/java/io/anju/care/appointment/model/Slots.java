package io.anju.care.appointment.model;

import io.anju.care.calendar.model.AnnouncedDays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a branch can be visited by appointment.
 *
 * <p>Half hours from opening to closing on working days, make-up days among them; a slot that would outlast closing is
 * none. Bookable from the next slot on and at most {@link #DAYS_AHEAD} days ahead. Example: a branch open from 09:00 to
 * 16:30 has its first slot at 09:00 and its last at 16:00.
 *
 * @param now the present day and time at the branch
 */
public record Slots(Branch branch, AnnouncedDays calendar, LocalDateTime now) {

    public static final Duration LENGTH = Duration.ofMinutes(30);
    public static final int DAYS_AHEAD = 30;

    /** The slots of a day that can still be booked, in order; none on a day off, nor on one that may be off. */
    public List<LocalTime> on(LocalDate day) {
        if (!calendar.isKnownBusinessDay(day) || day.isAfter(now.toLocalDate().plusDays(DAYS_AHEAD))) {
            return List.of();
        }
        return Stream.iterate(branch.opens(), this::fits, time -> time.plus(LENGTH))
                .filter(time -> day.atTime(time).isAfter(now))
                .toList();
    }

    public boolean offer(LocalDate day, LocalTime time) {
        return on(day).contains(time);
    }

    private boolean fits(LocalTime time) {
        var left = Duration.between(time, branch.closes());
        return !time.isBefore(branch.opens()) && left.compareTo(LENGTH) >= 0;
    }
}
