package io.anju.repayment.reconciliation.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Why a date is not reconciled, or not told of in this form. */
public sealed interface ReconciliationRefusal extends Refusal {

    /** The day is not over. */
    record DateAhead(LocalDate date, LocalDate today) implements ReconciliationRefusal {
        @Override
        public String code() {
            return "RECONCILIATION_DATE_AHEAD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date, "today", today);
        }
    }

    /** It has not come to its end yet: it works on the file as it is. */
    record UnderWay(LocalDate date, String stage) implements ReconciliationRefusal {
        @Override
        public String code() {
            return "RECONCILIATION_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date, "stage", stage);
        }
    }

    /** The date was never begun. */
    record Unknown(LocalDate date) implements ReconciliationRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** More breaks than fit in one file; there are pages. */
    record TooMany(int most) implements ReconciliationRefusal {
        @Override
        public String code() {
            return "RECONCILIATION_TOO_LONG";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }
}
