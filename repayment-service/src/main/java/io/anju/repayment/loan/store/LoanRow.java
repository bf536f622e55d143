package io.anju.repayment.loan.store;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.LoanState;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Conditions;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Optional;

/** A row of the table loan, read into the model. */
final class LoanRow {

    private LoanRow() {}

    /** Whether the calendar says when it falls due. */
    static boolean movesForHolidays(Row row) {
        return HolidayRule.DUE_DATE_MOVES.name().equals(row.getString("holidays"));
    }

    /** @param calendar of use to loans that holidays move, and to no other */
    static StoredLoan<Loan> read(Row row, BusinessDays calendar) {
        return new StoredLoan<>(
                loan(row, movesForHolidays(row) ? calendar : BusinessDays.WEEKENDS), row.getLong("version"));
    }

    private static Loan loan(Row row, BusinessDays calendar) {
        Agreement agreement = agreement(row, calendar);
        return switch (row.getString("state")) {
            case "OPENING" -> new Loan.Opening(agreement);
            case "ACTIVE" ->
                new Loan.Active(
                        agreement,
                        position(row, agreement),
                        Optional.ofNullable(row.getLocalDate("next_repricing")),
                        Optional.ofNullable(row.getString("held_by")));
            case "SETTLED" -> new Loan.Settled(agreement, position(row, agreement), row.getLocalDate("settled_on"));
            case "CANCELLED" -> new Loan.Cancelled(agreement, row.getLocalDate("cancelled_on"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Agreement agreement(Row row, BusinessDays calendar) {
        Conditions conditions = ConditionColumns.read(row);
        return new Agreement(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getUUID("application_id"),
                row.getUUID("contract_id"),
                row.getInteger("tranche"),
                terms(row, conditions.conventions()),
                conditions,
                basis(row),
                row.getString("payee"),
                calendar);
    }

    private static RepaymentTerms terms(Row row, Conventions conventions) {
        return new RepaymentTerms(
                row.getLong("principal"),
                AnnualRate.of(row.getBigDecimal("annual_rate")),
                row.getInteger("months"),
                Method.valueOf(row.getString("method")),
                row.getInteger("interest_only"),
                row.getLocalDate("start_date"),
                row.getLocalDate("first_due_date"),
                row.getInteger("due_day"),
                conventions);
    }

    private static RateBasis basis(Row row) {
        String reference = row.getString("reference_rate");
        return reference == null
                ? new RateBasis.Fixed()
                : new RateBasis.Floating(
                        ReferenceRate.Tenor.valueOf(reference),
                        new Spread(row.getBigDecimal("spread")),
                        row.getInteger("repricing_months"));
    }

    private static LoanPosition position(Row row, Agreement agreement) {
        RepaymentTerms terms = agreement.terms();
        String changed = row.getString("plan_method");
        LoanState state = new LoanState(
                changed == null ? terms.method() : Method.valueOf(changed),
                AnnualRate.of(row.getBigDecimal("rate")),
                terms.conventions().frequency(),
                row.getLong("outstanding"),
                row.getLong("instalment"),
                row.getInteger("instalments_left"),
                row.getInteger("interest_only_left"));
        int billed = row.getInteger("billed");
        DueDates dueDates = dueDates(row, agreement);
        return new LoanPosition(
                state,
                dueDates,
                terms.conventions(),
                terms.startDate(),
                billed,
                periodStart(row, terms, dueDates, billed),
                row.getLocalDate("accrued_to"),
                Accrual.of(
                        row.getBigDecimal("accrual_numerator").toBigIntegerExact(),
                        row.getBigDecimal("accrual_denominator").toBigIntegerExact()));
    }

    private static DueDates dueDates(Row row, Agreement agreement) {
        LocalDate first = row.getLocalDate("plan_first_due");
        return first == null
                ? agreement.dueDates()
                : new DueDates(
                                first,
                                row.getInteger("plan_due_day"),
                                agreement.terms().conventions().frequency())
                        .under(agreement.conditions().late().holidays(), agreement.calendar());
    }

    /** The dates say nothing of the period in which they were moved: its start is kept, and holds until it is billed. */
    private static LocalDate periodStart(Row row, RepaymentTerms terms, DueDates dueDates, int billed) {
        Integer movedAt = row.getInteger("plan_moved_at");
        if (movedAt != null && movedAt == billed) {
            return row.getLocalDate("plan_period_start");
        }
        return billed == 0 ? terms.startDate() : dueDates.of(billed);
    }
}
