package io.anju.care.calendar.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a year's calendar is not proposed or not decided. */
public sealed interface CalendarRefusal extends Refusal {

    /** Whoever proposed a calendar cannot decide it. */
    record SamePerson() implements CalendarRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** Only who made a proposal takes it back; another officer refuses it. */
    record NotTheProposer() implements CalendarRefusal {
        @Override
        public String code() {
            return "NOT_THE_PROPOSER";
        }
    }

    /** It was approved, refused or taken back. */
    record AlreadyDecided(String state) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_DECIDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** Another calendar of the year waits for the second officer. */
    record ProposalOpen(int year) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_PROPOSAL_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("year", year);
        }
    }

    /** A year that is over, or that nobody has announced. */
    record YearNotOpen(int year, int first, int last) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_YEAR_NOT_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("year", year, "first", first, "last", last);
        }
    }

    /** Days of another year. */
    record OutOfYear(int year, List<LocalDate> days) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_DAY_OUT_OF_YEAR";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("year", year, "days", text(days));
        }
    }

    /** Days that are listed more than once, or as off and as worked. */
    record DayTwice(List<LocalDate> days) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_DAY_TWICE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("days", text(days));
        }
    }

    /** Days worked instead that are worked anyway. */
    record MakeUpNotWeekend(List<LocalDate> days) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_MAKE_UP_NOT_WEEKEND";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("days", text(days));
        }
    }

    /** Statutory holidays that are not there, or not all of their days. */
    record Incomplete(List<String> missing) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_INCOMPLETE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("missing", String.join(", ", missing));
        }
    }

    /** Days that are over, of which something else holds. */
    record PastChanged(List<LocalDate> days) implements CalendarRefusal {
        @Override
        public String code() {
            return "CALENDAR_PAST_CHANGED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("days", text(days));
        }
    }

    private static String text(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
