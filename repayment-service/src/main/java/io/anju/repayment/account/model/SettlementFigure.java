package io.anju.repayment.account.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.prepay.CompensationRule;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.prepayment.model.EarlyDay;
import java.time.LocalDate;
import java.util.List;

/**
 * What would end a loan on a day (结清金额); amounts in fen.
 *
 * @param overdue billed and unpaid, lateness included: paid first
 * @param principal not billed yet
 * @param interest of the actual days; negative where interest was paid ahead
 * @param compensation by the contract
 * @param total the one amount
 */
public record SettlementFigure(
        LocalDate date, long overdue, long principal, long interest, long compensation, long total) {

    /** The figure for a day before the next due date. */
    public static SettlementFigure of(
            LoanPosition position, List<Bill> bills, LocalDate date, LateRule late, CompensationRule rule) {
        long overdue = bills.stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .mapToLong(bill -> bill.owedOn(date, late).total())
                .sum();
        long principal = position.state().outstanding();
        if (principal == 0) {
            return new SettlementFigure(date, overdue, 0, 0, 0, overdue);
        }
        var day = new EarlyDay(position, date);
        long interest = day.interest(principal);
        long compensation = day.compensation(principal, rule);
        return new SettlementFigure(
                date, overdue, principal, interest, compensation, overdue + principal + interest + compensation);
    }
}
