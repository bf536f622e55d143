package io.anju.kernel.schedule;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Why terms make no schedule. */
public sealed interface TermsRefusal extends Refusal {

    /** The principal is not positive or above the kernel's limit; all in fen. */
    record PrincipalOutOfRange(long principal, long maximum) implements TermsRefusal {
        @Override
        public String code() {
            return "PRINCIPAL_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("principal", principal, "maximum", maximum);
        }
    }

    /** The number of instalments is not positive or above the limit. */
    record InstalmentsOutOfRange(int instalments, int maximum) implements TermsRefusal {
        @Override
        public String code() {
            return "INSTALMENTS_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalments", instalments, "maximum", maximum);
        }
    }

    /** The first due date is not after the day on which the money is paid out. */
    record FirstDueDateNotAfterStart(LocalDate start, LocalDate firstDueDate) implements TermsRefusal {
        @Override
        public String code() {
            return "FIRST_DUE_DATE_NOT_AFTER_START";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("startDate", start.toString(), "firstDueDate", firstDueDate.toString());
        }
    }

    /** The first due date is further from the start than the limit. */
    record FirstPeriodTooLong(LocalDate start, LocalDate firstDueDate, int maximumDays) implements TermsRefusal {
        @Override
        public String code() {
            return "FIRST_PERIOD_TOO_LONG";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "startDate", start.toString(), "firstDueDate", firstDueDate.toString(), "maximumDays", maximumDays);
        }
    }

    /** The first due date is not the due day, nor its month's last where the month lacks that day. */
    record DueDayMismatch(LocalDate firstDueDate, int dueDay) implements TermsRefusal {
        @Override
        public String code() {
            return "DUE_DAY_MISMATCH";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("firstDueDate", firstDueDate.toString(), "dueDay", dueDay);
        }
    }

    /** Interest-only periods do not suit the method, or leave no period to repay in. */
    record InterestOnlyMismatch(Method method, int interestOnly, int instalments) implements TermsRefusal {
        @Override
        public String code() {
            return "INTEREST_ONLY_MISMATCH";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("method", method.name(), "interestOnly", interestOnly, "instalments", instalments);
        }
    }
}
