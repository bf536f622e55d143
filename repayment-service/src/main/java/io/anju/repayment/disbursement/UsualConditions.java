package io.anju.repayment.disbursement;

import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.repayment.collection.CollectionConfig;
import io.anju.repayment.loan.model.Conditions;
import io.anju.repayment.prepayment.PrepaymentConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a loan is agreed on whose order says nothing of it: this service's configuration at the moment at which it is opened.
 * The loan keeps it; another configuration afterwards is one for other loans.
 */
@ApplicationScoped
public class UsualConditions {

    private final CollectionConfig collection;
    private final PrepaymentConfig prepayment;

    UsualConditions(CollectionConfig collection, PrepaymentConfig prepayment) {
        this.collection = collection;
        this.prepayment = prepayment;
    }

    /** As they are now. */
    public Conditions now() {
        return new Conditions(
                Conventions.MONTHLY_ACT_360,
                new Conditions.Late(collection.lateRule(), collection.holidays()),
                new Conditions.Prepayment(
                        prepayment.minimum(), prepayment.compensationMonths(), prepayment.compensationShare()),
                collection.partCollection(),
                RepricingDay.JANUARY);
    }
}
