package io.anju.repayment.loan.store;

import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * What was agreed after a loan began. Rare, and therefore kept by a statement of its own: a run over a million loans
 * never writes these columns.
 */
final class AgreedColumns {

    static final String SAVE = """
            UPDATE loan
            SET plan_method = $2, plan_first_due = $3, plan_due_day = $4, plan_period_start = $5, plan_moved_at = $6,
                reference_rate = $7, spread = $8, repricing_months = $9
            WHERE id = $1
            """;

    private AgreedColumns() {}

    /** Those of these changes that brought something newly agreed, one row of values each. */
    static List<Tuple> of(List<LoanChange> changes) {
        return changes.stream()
                .filter(change -> change.events().stream().anyMatch(LoanEvent.Changed.class::isInstance))
                .map(change -> row(change.after()))
                .toList();
    }

    private static Tuple row(Loan loan) {
        if (!(loan instanceof Loan.Active active)) {
            throw new IllegalArgumentException("nothing is agreed anew of " + loan);
        }
        RepaymentTerms terms = active.agreement().terms();
        LoanPosition position = active.position();
        boolean moved = !position.dueDates().equals(active.agreement().dueDates());
        Tuple values = Tuple.tuple().addUUID(active.agreement().id());
        values.addString(
                position.state().method() == terms.method()
                        ? null
                        : position.state().method().name());
        values.addLocalDate(moved ? position.dueDates().first() : null);
        values.addShort(moved ? (short) position.dueDates().dueDay() : null);
        values.addLocalDate(moved ? position.periodStart() : null);
        values.addInteger(moved ? (Integer) position.billed() : null);
        return switch (active.agreement().basis()) {
            case RateBasis.Fixed fixed ->
                values.addString(null).addBigDecimal(null).addShort(null);
            case RateBasis.Floating floating ->
                values.addString(floating.tenor().name())
                        .addBigDecimal(floating.spread().fraction())
                        .addShort((short) floating.cycleMonths());
        };
    }
}
