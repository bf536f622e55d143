package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.loan.model.SomeConditions;
import java.time.LocalDate;
import java.util.UUID;

/** Bills for tests, at 3.5 %. */
public final class SomeBills {

    private SomeBills() {}

    /** Three days of grace, half as much again afterwards; the due date is no holiday. */
    public static BillFacts facts(UUID loan, int number, LocalDate due, long principal, long interest) {
        return facts(
                loan,
                number,
                due,
                principal,
                interest,
                SomeConditions.USUAL.late().rule());
    }

    /** The same at another price for lateness. */
    public static BillFacts facts(UUID loan, int number, LocalDate due, long principal, long interest, LateRule late) {
        return new BillFacts(loan, number, due, due, principal, interest, AnnualRate.of("0.035"), late);
    }

    /** The same, in time until a later day. */
    public static BillFacts until(LocalDate lastInTime, BillFacts facts) {
        return facts.withLastInTime(lastInTime);
    }
}
