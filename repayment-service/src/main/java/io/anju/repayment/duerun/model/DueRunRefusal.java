package io.anju.repayment.duerun.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Why a run is not started. */
public sealed interface DueRunRefusal extends Refusal {

    /** The business date has not come. */
    record DateAhead(LocalDate date, LocalDate today) implements DueRunRefusal {
        @Override
        public String code() {
            return "DUE_RUN_DATE_AHEAD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date, "today", today);
        }
    }
}
