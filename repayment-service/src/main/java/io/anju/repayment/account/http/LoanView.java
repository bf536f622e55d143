package io.anju.repayment.account.http;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.repayment.account.LoanAccounts;
import io.anju.repayment.arrears.http.ArrearsView;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as its borrower sees it. Amounts in fen; rates as decimal fractions.
 *
 * @param outstandingPrincipal owed of the principal, billed or not; 0 before the loan is paid out
 * @param instalment amount of the next instalment
 * @param nextDueDate of the next instalment
 * @param frequency how often instalments fall due
 * @param interestOnlyLeft instalments of interest alone that are to come before principal is repaid
 * @param arrears of a loan that is being repaid
 */
@RegisterForReflection
public record LoanView(
        UUID id,
        UUID applicationId,
        UUID contractId,
        int tranche,
        State state,
        long principal,
        int months,
        Method method,
        String annualRate,
        RateBasisName rateBasis,
        LocalDate startDate,
        LocalDate firstDueDate,
        int dueDay,
        long outstandingPrincipal,
        @Nullable Long instalment,
        @Nullable Integer nextInstalment,
        @Nullable LocalDate nextDueDate,
        @Nullable Integer instalmentsLeft,
        @Nullable LocalDate settledOn,
        Frequency frequency,
        @Nullable Integer interestOnlyLeft,
        @Nullable ArrearsView arrears) {

    /** How far the loan is. */
    public enum State {
        OPENING,
        ACTIVE,
        SETTLED,
        /** Never paid out, and given up. */
        CANCELLED
    }

    /** Whether the rate changes. */
    public enum RateBasisName {
        FIXED,
        FLOATING;

        static RateBasisName of(RateBasis basis) {
            return switch (basis) {
                case RateBasis.Fixed fixed -> FIXED;
                case RateBasis.Floating floating -> FLOATING;
            };
        }
    }

    static LoanView of(LoanAccounts.Standing standing) {
        long owed = standing.principalOwed();
        return switch (standing.stored().loan()) {
            case Loan.Opening opening -> of(opening.agreement(), State.OPENING, owed, null, null, null);
            case Loan.Cancelled cancelled -> of(cancelled.agreement(), State.CANCELLED, owed, null, null, null);
            case Loan.Active active ->
                of(active.agreement(), State.ACTIVE, owed, active.position(), null, ArrearsView.of(standing.arrears()));
            case Loan.Settled settled ->
                of(settled.agreement(), State.SETTLED, owed, settled.position(), settled.on(), null);
        };
    }

    private static LoanView of(
            Agreement agreement,
            State state,
            long owed,
            @Nullable LoanPosition position,
            @Nullable LocalDate settledOn,
            @Nullable ArrearsView arrears) {
        var terms = agreement.terms();
        Instalment next = position != null && position.state().left() > 0
                ? position.bill().instalment()
                : null;
        return new LoanView(
                agreement.id(),
                agreement.applicationId(),
                agreement.contractId(),
                agreement.tranche(),
                state,
                terms.principal(),
                terms.conventions().frequency().months(terms.instalments()),
                position == null ? terms.method() : position.state().method(),
                (position == null ? terms.annualRate() : position.state().annualRate()).text(),
                RateBasisName.of(agreement.basis()),
                terms.startDate(),
                terms.firstDueDate(),
                position == null ? terms.dueDay() : position.dueDates().dueDay(),
                owed,
                next == null ? null : (Long) next.amount(),
                next == null ? null : (Integer) next.number(),
                next == null ? null : next.dueDate(),
                position == null ? null : (Integer) position.state().left(),
                settledOn,
                terms.conventions().frequency(),
                position == null ? null : (Integer) position.state().interestOnlyLeft(),
                arrears);
    }
}
