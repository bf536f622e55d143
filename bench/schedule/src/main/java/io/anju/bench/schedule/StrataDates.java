package io.anju.bench.schedule;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.Schedule;
import com.opengamma.strata.basics.schedule.StubConvention;
import java.util.ArrayList;
import java.util.List;

/** OpenGamma Strata's schedule of periods; it has no loan, so the arithmetic is that of {@link PlainLong}. */
final class StrataDates implements Contender {

    private static final ReferenceData REFERENCE_DATA = ReferenceData.standard();

    @Override
    public List<Row> run(Loan loan) {
        Schedule periods = PeriodicSchedule.of(
                        loan.start(),
                        loan.start().plusMonths(loan.months()),
                        Frequency.P1M,
                        BusinessDayAdjustment.NONE,
                        StubConvention.NONE,
                        RollConventions.NONE)
                .createSchedule(REFERENCE_DATA);
        double monthly = loan.rate().doubleValue() / 12;
        long left = loan.principal();
        long amount = Math.round(left * monthly / (1 - Math.pow(1 + monthly, -loan.months())));
        List<Row> rows = new ArrayList<>(loan.months());
        for (int k = 0; k < loan.months(); k++) {
            long interest = Math.round(left * monthly);
            long principal = k == loan.months() - 1 ? left : Math.min(left, amount - interest);
            left -= principal;
            rows.add(new Row(periods.getPeriod(k).getUnadjustedEndDate(), principal, interest, left));
        }
        return rows;
    }

    @Override
    public List<Row> rows(Loan loan) {
        return run(loan);
    }
}
