package io.anju.repayment.prepayment.model;

import io.anju.kernel.prepay.PaidAhead;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.collection.model.Bill;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether the instalment that a prepayment would come before is paid already. */
public final class RunningInstalment {

    private RunningInstalment() {}

    /** The last instalment billed, when it is paid: before its due date that is ahead. */
    public static Optional<PaidAhead> findPaid(LoanPosition position, List<Bill> bills) {
        return bills.stream()
                .filter(Bill.Paid.class::isInstance)
                .map(Bill::facts)
                .filter(facts -> facts.number() == position.billed())
                .map(facts -> new PaidAhead(periodStart(position, facts.number()), facts.rate()))
                .findFirst();
    }

    private static LocalDate periodStart(LoanPosition position, int number) {
        return number == 1 ? position.startDate() : position.dueDates().of(number - 1);
    }
}
