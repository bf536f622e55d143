package io.anju.repayment.account.http;

import io.anju.kernel.prepay.Settlement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * What would end a loan on a day (结清金额); amounts in fen.
 *
 * @param overdue billed and unpaid, lateness included: paid first
 * @param principal not billed yet
 * @param interest of the actual days; negative where interest was paid ahead
 * @param compensation by the contract
 * @param total the one amount
 */
@RegisterForReflection
public record SettlementView(
        LocalDate date, long overdue, long principal, long interest, long compensation, long total) {

    static SettlementView of(Settlement figure) {
        return new SettlementView(
                figure.date(),
                figure.overdue(),
                figure.principal(),
                figure.interest(),
                figure.compensation(),
                figure.total());
    }
}
