package io.anju.repayment.loan.model;

import io.anju.kernel.schedule.RepaymentTerms;
import java.util.UUID;

/**
 * What was signed: whose loan it is and on which terms. Never changes, except that a payout which comes late moves the
 * start, and that an amendment may set the rate another way.
 *
 * @param tranche from 1: each tranche of an application is a loan of its own
 * @param payee the payee's reference at the rail
 */
public record Agreement(
        UUID id,
        UUID customerId,
        UUID applicationId,
        UUID contractId,
        int tranche,
        RepaymentTerms terms,
        RateBasis basis,
        String payee) {

    /** The same agreement, its rate set another way. */
    Agreement amended(RateBasis other) {
        return new Agreement(id, customerId, applicationId, contractId, tranche, terms, other, payee);
    }

    /** The same agreement, the money having been paid out on another day than planned. */
    Agreement startingOn(java.time.LocalDate date) {
        RepaymentTerms moved = new RepaymentTerms(
                terms.principal(),
                terms.annualRate(),
                terms.instalments(),
                terms.method(),
                terms.interestOnly(),
                date,
                terms.firstDueDate(),
                terms.dueDay(),
                terms.conventions());
        return new Agreement(id, customerId, applicationId, contractId, tranche, moved, basis, payee);
    }
}
