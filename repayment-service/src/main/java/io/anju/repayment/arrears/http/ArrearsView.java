package io.anju.repayment.arrears.http;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.repayment.arrears.model.Arrears;
import io.anju.repayment.arrears.model.Cure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How late a loan is, as JSON.
 *
 * @param since due date of the oldest instalment that is overdue
 * @param ageing bucket of 30 days: M1 is 1 to 30
 * @param loanClass 五级分类
 * @param cure where nothing is overdue any more and the class is still what it was
 */
@RegisterForReflection
public record ArrearsView(
        int daysOverdue,
        @Nullable LocalDate since,
        Ageing ageing,
        LoanClass loanClass,
        @Nullable CureView cure) {

    /**
     * @param since day on which the last overdue instalment was paid
     * @param notBefore first day on which the loan can be normal again
     * @param instalmentsToGo still to be paid in time
     */
    @RegisterForReflection
    public record CureView(LocalDate since, LocalDate notBefore, int instalmentsToGo) {

        static CureView of(Cure cure) {
            return new CureView(cure.since(), cure.notBefore(), cure.instalmentsToGo());
        }
    }

    /** As JSON. */
    public static ArrearsView of(Arrears arrears) {
        return new ArrearsView(
                arrears.daysOverdue(),
                arrears.since().orElse(null),
                arrears.ageing(),
                arrears.loanClass(),
                arrears.cure().map(CureView::of).orElse(null));
    }
}
