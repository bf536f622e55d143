package io.anju.repayment.prepayment.model;

import io.anju.kernel.prepay.PaidAhead;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
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
                .map(facts -> new PaidAhead(periodStart(position, bills, facts.number()), facts.rate()))
                .findFirst();
    }

    /** The due date of the one before it, which need not be on the due day of today. */
    private static LocalDate periodStart(LoanPosition position, List<Bill> bills, int number) {
        return bills.stream()
                .map(Bill::facts)
                .filter(facts -> facts.number() == number - 1)
                .map(BillFacts::dueDate)
                .findFirst()
                .orElse(position.startDate());
    }
}
