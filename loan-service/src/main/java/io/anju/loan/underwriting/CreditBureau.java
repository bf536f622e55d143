package io.anju.loan.underwriting;

import io.anju.loan.underwriting.model.BureauReport;
import io.smallrye.mutiny.Uni;

/** Port to the credit bureau. Fails when the bureau is away or slow; the check is tried again later then. */
public interface CreditBureau {

    /**
     * A person's report.
     *
     * @param consentId receipt of the person's consent, without which nothing may be asked
     */
    Uni<BureauReport> report(String consentId, Party party);
}
