package io.anju.repayment.account.model;

import io.anju.kernel.prepay.Settlement;
import io.anju.repayment.loan.model.Loan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What would end a loan on a day, and whether it will.
 *
 * @param rateUnknownFrom the repricing day before that day: from it on the figure takes the rate of today, since the one
 *     to come has not been fixed
 */
public record SettlementFigure(Settlement figure, Optional<LocalDate> rateUnknownFrom) {

    /** Of a loan; interest of the repricing day itself is not in the figure for it, since the last day does not count. */
    public static SettlementFigure of(Loan.Active loan, Settlement figure) {
        return new SettlementFigure(figure, loan.nextRepricing().filter(day -> day.isBefore(figure.date())));
    }
}
