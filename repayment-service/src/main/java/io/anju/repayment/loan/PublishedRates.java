package io.anju.repayment.loan;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.model.ReferenceRates;
import io.smallrye.mutiny.Uni;

/** The reference rates heard from loan-service. */
public interface PublishedRates {

    /** Keeps a publication; one of the same date replaces it. */
    Uni<Void> keep(Tx tx, ReferenceRate.Tenor tenor, ReferenceRate.Publication publication);

    /** All that were heard: a dozen a year. */
    Uni<ReferenceRates> all(Tx tx);
}
