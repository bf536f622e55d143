package io.anju.care.calendar.model;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A year's calendar on its way: proposed by one officer, in force when a second one approves it. */
public sealed interface CalendarProposal {

    UUID id();

    CalendarYear calendar();

    UUID proposedBy();

    Instant proposedAt();

    /** How it ended. */
    enum Outcome {
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** Waiting for the second officer. */
    record Proposed(UUID id, CalendarYear calendar, UUID proposedBy, Instant proposedAt) implements CalendarProposal {

        /**
         * The second officer's yes. Days may have gone by since it was proposed, so that they are looked at again.
         *
         * @param inForce what holds now
         * @param today business date
         */
        public Result<Decided, CalendarRefusal> approve(
                UUID officer, String reason, Instant at, BusinessDays inForce, LocalDate today) {
            if (officer.equals(proposedBy)) {
                return Result.refused(new CalendarRefusal.SamePerson());
            }
            var changed = changedInThePast(calendar, inForce, today);
            return changed.isEmpty()
                    ? Result.ok(decided(Outcome.APPROVED, officer, reason, at))
                    : Result.refused(new CalendarRefusal.PastChanged(changed));
        }

        /** The second officer's no. */
        public Result<Decided, CalendarRefusal> refuse(UUID officer, String reason, Instant at) {
            return officer.equals(proposedBy)
                    ? Result.refused(new CalendarRefusal.SamePerson())
                    : Result.ok(decided(Outcome.REFUSED, officer, reason, at));
        }

        /** Taken back by who made it. */
        public Result<Decided, CalendarRefusal> withdraw(UUID officer, Instant at) {
            return officer.equals(proposedBy)
                    ? Result.ok(decided(Outcome.WITHDRAWN, officer, "", at))
                    : Result.refused(new CalendarRefusal.NotTheProposer());
        }

        private Decided decided(Outcome outcome, UUID officer, String reason, Instant at) {
            return new Decided(id, calendar, proposedBy, proposedAt, outcome, officer, reason, at);
        }
    }

    /**
     * Ended, for good.
     *
     * @param reason the second officer's; empty where it was taken back
     */
    record Decided(
            UUID id,
            CalendarYear calendar,
            UUID proposedBy,
            Instant proposedAt,
            Outcome outcome,
            UUID decidedBy,
            String reason,
            Instant decidedAt)
            implements CalendarProposal {

        /** First day from which the calendar counts; what holds of the days before stays as it is. */
        public LocalDate from(LocalDate today) {
            return today.isAfter(calendar.firstDay()) ? today : calendar.firstDay();
        }
    }

    /**
     * The first half: checks the list before a second person is asked. A year is announced in the autumn before, so that
     * none is proposed but this one and the next.
     *
     * @param inForce what holds now
     * @param today business date
     */
    static Result<Proposed, CalendarRefusal> propose(
            UUID id, CalendarYear calendar, BusinessDays inForce, LocalDate today, UUID officer, Instant at) {
        int first = today.getYear();
        if (calendar.year() < first || calendar.year() > first + 1) {
            return Result.refused(new CalendarRefusal.YearNotOpen(calendar.year(), first, first + 1));
        }
        var fault = calendar.fault();
        if (fault.isPresent()) {
            return Result.refused(fault.get());
        }
        var changed = changedInThePast(calendar, inForce, today);
        return changed.isEmpty()
                ? Result.ok(new Proposed(id, calendar, officer, at))
                : Result.refused(new CalendarRefusal.PastChanged(changed));
    }

    /** Days before today of which something else would be said: bills and permits have counted on what holds. */
    private static List<LocalDate> changedInThePast(CalendarYear calendar, BusinessDays inForce, LocalDate today) {
        return Stream.concat(
                        differing(calendar.holidays(), inForce.holidays()),
                        differing(Set.copyOf(calendar.makeUpDays()), inForce.makeUpDays()))
                .filter(day -> day.getYear() == calendar.year() && day.isBefore(today))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<LocalDate> differing(Set<LocalDate> one, Set<LocalDate> other) {
        return Stream.concat(
                one.stream().filter(day -> !other.contains(day)), other.stream().filter(day -> !one.contains(day)));
    }
}
