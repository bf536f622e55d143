package io.anju.kernel.schedule;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Why an event does not fit a schedule. */
public sealed interface ScheduleRefusal extends Refusal
        permits ScheduleRefusal.PrepaymentNotPositive,
                ScheduleRefusal.PrepaymentAboveOutstanding,
                ScheduleRefusal.ShorterTermImpossible,
                ScheduleRefusal.EventOutsideSchedule,
                ScheduleRefusal.DateNotInPeriod,
                ScheduleRefusal.NoSuchInstalment,
                ScheduleRefusal.NothingToSchedule,
                ScheduleRefusal.TooManyEvents,
                PlanRefusal {

    /** Nothing, or less, was offered; fen. */
    record PrepaymentNotPositive(long amount) implements ScheduleRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_NOT_POSITIVE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("amount", amount);
        }
    }

    /** More principal was offered than is outstanding; fen. */
    record PrepaymentAboveOutstanding(long outstanding, long amount) implements ScheduleRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_ABOVE_OUTSTANDING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("outstanding", outstanding, "amount", amount);
        }
    }

    /** A method whose principal all falls due at the end has no instalments to save. */
    record ShorterTermImpossible(Method method) implements ScheduleRefusal {
        @Override
        public String code() {
            return "SHORTER_TERM_IMPOSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("method", method.name());
        }
    }

    /** The event lies before the start of the loan or after its last instalment; {@code when} is its number or date. */
    record EventOutsideSchedule(String when, int instalments) implements ScheduleRefusal {
        @Override
        public String code() {
            return "EVENT_OUTSIDE_SCHEDULE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("when", when, "instalments", instalments);
        }
    }

    /** The day does not lie in the running period, or the days up to it are already settled. */
    record DateNotInPeriod(LocalDate date, LocalDate from, LocalDate nextDue) implements ScheduleRefusal {
        @Override
        public String code() {
            return "DATE_NOT_IN_PERIOD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date.toString(), "from", from.toString(), "nextDue", nextDue.toString());
        }
    }

    /** The schedule has no instalment of that number. */
    record NoSuchInstalment(int number, int instalments) implements ScheduleRefusal {
        @Override
        public String code() {
            return "NO_SUCH_INSTALMENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("number", number, "instalments", instalments);
        }
    }

    /** All of it repaid before the first instalment: that is a loan cancelled, and there is no schedule of it; fen. */
    record NothingToSchedule(long principal) implements ScheduleRefusal {
        @Override
        public String code() {
            return "NOTHING_TO_SCHEDULE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("principal", principal);
        }
    }

    /** More events than one schedule takes. */
    record TooManyEvents(int events, int maximum) implements ScheduleRefusal {
        @Override
        public String code() {
            return "TOO_MANY_EVENTS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("events", events, "maximum", maximum);
        }
    }
}
