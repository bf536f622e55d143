package io.anju.loan.quote.model;

import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleEvent;
import java.util.List;

/**
 * One tranche to calculate.
 *
 * @param events what-if: what would happen to it, in order
 */
public record QuoteTranche(RepaymentTerms terms, List<? extends ScheduleEvent> events) {

    public QuoteTranche {
        events = List.copyOf(events);
    }
}
