package io.anju.loan.quote.model;

import io.anju.kernel.cost.CostRefusal;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.util.Map;

/** Why there is no quote: a tranche's event does not fit, or the figures make no rate. */
public sealed interface QuoteRefusal extends Refusal {

    /** An event does not fit the schedule of a tranche, counted from 0. */
    record EventRefused(int tranche, ScheduleRefusal reason) implements QuoteRefusal {
        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return reason.evidence();
        }
    }

    /** No real annual rate fits. */
    record NoRate(CostRefusal reason) implements QuoteRefusal {
        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return reason.evidence();
        }
    }
}
