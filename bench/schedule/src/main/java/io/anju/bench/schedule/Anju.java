package io.anju.bench.schedule;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import java.util.List;

/** Ours: {@link RepaymentSchedule#of}, terms and rate made anew each time, as a quote does. */
final class Anju implements Contender {

    @Override
    public RepaymentSchedule run(Loan loan) {
        return RepaymentSchedule.of(terms(loan));
    }

    static RepaymentTerms terms(Loan loan) {
        return new RepaymentTerms(
                loan.principal(),
                AnnualRate.of(loan.rate()),
                loan.months(),
                Method.EQUAL_INSTALMENT,
                0,
                loan.start(),
                loan.start().plusMonths(1),
                loan.start().getDayOfMonth(),
                Conventions.MONTHLY_ACT_360);
    }

    @Override
    public List<Row> rows(Loan loan) {
        return run(loan).instalments().stream()
                .map(row -> new Row(row.dueDate(), row.principal(), row.interest(), row.balance()))
                .toList();
    }
}
