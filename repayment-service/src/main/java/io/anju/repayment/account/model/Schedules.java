package io.anju.repayment.account.model;

import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A loan's instalments: those that were billed, as they were billed, then those to come as they stand now. */
public final class Schedules {

    private Schedules() {}

    /**
     * All instalments in order.
     *
     * @param bills all of the loan, oldest first
     * @param prepaid its prepayments, which explain the balances between bills
     */
    public static List<InstalmentRow> of(
            LoanPosition position, List<Bill> bills, List<LoanEvent.Prepaid> prepaid, LocalDate today) {
        List<InstalmentRow> rows = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            rows.add(InstalmentRow.of(bills.get(i), balanceAfter(i, position, bills, prepaid), today));
        }
        for (Instalment row : position.remaining()) {
            rows.add(new InstalmentRow(
                    row.number(),
                    row.dueDate(),
                    row.amount(),
                    row.principal(),
                    row.interest(),
                    row.balance(),
                    InstalmentRow.State.UPCOMING,
                    0,
                    0,
                    null));
        }
        return rows;
    }

    /** What was not billed then: what is not billed now, and all that was billed or repaid early since. */
    private static long balanceAfter(
            int index, LoanPosition position, List<Bill> bills, List<LoanEvent.Prepaid> prepaid) {
        LocalDate due = bills.get(index).facts().dueDate();
        long billedSince = bills.subList(index + 1, bills.size()).stream()
                .mapToLong(bill -> bill.facts().principal())
                .sum();
        long prepaidSince = prepaid.stream()
                .filter(event -> !event.date().isBefore(due))
                .mapToLong(LoanEvent.Prepaid::principal)
                .sum();
        return position.state().outstanding() + billedSince + prepaidSince;
    }
}
