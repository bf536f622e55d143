package io.anju.repayment.account.http;

import io.anju.kernel.prepay.Settlement;
import io.anju.repayment.account.model.SettlementFigure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would end a loan on a day (结清金额); amounts in fen.
 *
 * @param overdue billed and unpaid, lateness included: paid first
 * @param principal not billed yet
 * @param interest of the actual days; negative where interest was paid ahead
 * @param compensation by the contract
 * @param total the one amount
 * @param estimate whether it may still come to another amount
 * @param reason why it is an estimate
 * @param rateFixedOn day on which the rate that it rests on is fixed anew; absent unless that is the reason
 */
@RegisterForReflection
public record SettlementView(
        LocalDate date,
        long overdue,
        long principal,
        long interest,
        long compensation,
        long total,
        boolean estimate,
        @Nullable Reason reason,
        @Nullable LocalDate rateFixedOn) {

    /** Why a figure is an estimate. */
    public enum Reason {
        /** A repricing day comes before; the figure takes today's rate beyond it. */
        RATE_NOT_FIXED
    }

    static SettlementView of(SettlementFigure of) {
        Settlement figure = of.figure();
        return new SettlementView(
                figure.date(),
                figure.overdue(),
                figure.principal(),
                figure.interest(),
                figure.compensation(),
                figure.total(),
                of.rateUnknownFrom().isPresent(),
                of.rateUnknownFrom().isPresent() ? Reason.RATE_NOT_FIXED : null,
                of.rateUnknownFrom().orElse(null));
    }
}
