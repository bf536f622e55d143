package io.anju.kernel.schedule;

import java.time.LocalDate;
import java.util.Map;

/** Why a plan cannot be changed so. */
public sealed interface PlanRefusal extends ScheduleRefusal {

    /** No instalment is left to change. */
    record NothingLeft() implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_NOTHING_LEFT";
        }
    }

    /** It is repaid that way already. */
    record MethodUnchanged(Method method) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_METHOD_UNCHANGED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("method", method.name());
        }
    }

    /** The method begins with interest alone and does not say for how long: that is a relief. */
    record MethodIsARelief(Method method) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_METHOD_IS_A_RELIEF";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("method", method.name());
        }
    }

    /** The term is the one there is, leaves no instalment that repays, or is above the kernel's limit. */
    record TermNotPossible(int instalmentsLeft, int now, int minimum, int maximum) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_TERM_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalmentsLeft", instalmentsLeft, "now", now, "minimum", minimum, "maximum", maximum);
        }
    }

    /** The relief has no instalment, or leaves none that repays; for a bullet there is none at all. */
    record ReliefNotPossible(int instalments, int maximum) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_RELIEF_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalments", instalments, "maximum", maximum);
        }
    }

    /** Instalments of interest alone are left from before. */
    record ReliefRunning(int left) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_RELIEF_RUNNING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("left", left);
        }
    }

    /** The date is not the due day, nor its month's last where the month lacks that day. */
    record DueDayMismatch(LocalDate nextDue, int dueDay) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_DUE_DAY_MISMATCH";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("nextDue", nextDue.toString(), "dueDay", dueDay);
        }
    }

    /** The date has come already, or is more than a whole period after the one that it replaces. */
    record NextDueNotPossible(LocalDate nextDue, LocalDate after, LocalDate latest) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_NEXT_DUE_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("nextDue", nextDue.toString(), "after", after.toString(), "latest", latest.toString());
        }
    }
}
