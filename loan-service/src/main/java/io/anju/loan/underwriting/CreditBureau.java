package io.anju.loan.underwriting;

import io.anju.loan.underwriting.model.BureauAnswer;
import io.smallrye.mutiny.Uni;

/**
 * Port to the credit bureau. Fails when the bureau is away or slow, and with a {@link CheckFault} when it does not take
 * the question; the check is tried again later then.
 */
public interface CreditBureau {

    /**
     * A person's report, or that there is none.
     *
     * @param consentId receipt of the person's consent, without which nothing may be asked
     */
    Uni<BureauAnswer> report(String consentId, Party party);
}
