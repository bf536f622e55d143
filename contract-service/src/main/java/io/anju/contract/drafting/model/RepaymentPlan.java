package io.anju.contract.drafting.model;

import io.anju.contract.drafting.model.LoanApproval.Tranche;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.cost.CashFlows;
import io.anju.kernel.cost.CostRefusal;
import io.anju.kernel.cost.RealAnnualRate;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plan as it would run were the money paid out on one day: what the contract's annex shows. */
public record RepaymentPlan(List<RepaymentSchedule> tranches) {
    /** Keeps its own list. */
    public RepaymentPlan {
        tranches = List.copyOf(tranches);
    }

    /** One due date over all tranches; amounts in fen. */
    public record Row(LocalDate dueDate, long amount, long principal, long interest, long balance) {}

    /** The plan of {@code approval} were it paid out on {@code start}; first due as the order to pay out would say. */
    public static RepaymentPlan of(LoanApproval approval, LocalDate start) {
        return of(approval, start, BusinessDays.WEEKENDS);
    }

    /**
     * The same by the holidays that are known.
     *
     * @param calendar moves due dates where the conditions say so, and nothing else
     */
    public static RepaymentPlan of(LoanApproval approval, LocalDate start, BusinessDays calendar) {
        return new RepaymentPlan(approval.tranches().stream()
                .map(tranche -> schedule(tranche, start, approval.dueDay(), calendar))
                .toList());
    }

    private static RepaymentSchedule schedule(Tranche tranche, LocalDate start, int dueDay, BusinessDays calendar) {
        var terms = new RepaymentTerms(
                tranche.principal(),
                AnnualRate.of(tranche.annualRate()),
                tranche.instalments(),
                Method.valueOf(tranche.method()),
                tranche.interestOnly(),
                start,
                DueDates.firstAfter(start, dueDay, tranche.frequency()),
                dueDay,
                tranche.conditions().conventions());
        return RepaymentSchedule.of(
                terms, terms.dueDates().under(tranche.conditions().late().holidays(), calendar));
    }

    /** All interest, fen. */
    public long totalInterest() {
        return tranches.stream().mapToLong(RepaymentSchedule::totalInterest).sum();
    }

    /** All costs over the principal actually used (PBoC 2021-3); there are none but interest here. */
    public AnnualRate realAnnualRate() {
        return switch (CashFlows.of(tranches, 0).flatMap(RealAnnualRate::of)) {
            case Result.Ok<AnnualRate, CostRefusal>(AnnualRate rate) -> rate;
            case Result.Refused<AnnualRate, CostRefusal>(CostRefusal refusal) ->
                throw new IllegalStateException("an approved loan has no cost: " + refusal);
        };
    }

    /** All tranches' instalments added up by due date. */
    public List<Row> rows() {
        Map<LocalDate, Row> byDate = new TreeMap<>();
        for (RepaymentSchedule tranche : tranches) {
            for (Instalment instalment : tranche.instalments()) {
                Row row = new Row(
                        instalment.dueDate(),
                        instalment.amount(),
                        instalment.principal(),
                        instalment.interest(),
                        instalment.balance());
                byDate.merge(instalment.dueDate(), row, RepaymentPlan::plus);
            }
        }
        return List.copyOf(byDate.values());
    }

    private static Row plus(Row a, Row b) {
        return new Row(
                a.dueDate(),
                a.amount() + b.amount(),
                a.principal() + b.principal(),
                a.interest() + b.interest(),
                a.balance() + b.balance());
    }
}
