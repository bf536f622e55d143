package io.anju.repayment.loan;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.model.ReferenceRates;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.NavigableMap;

/** The reference rates heard from loan-service. */
public interface PublishedRates {

    /** Keeps a publication; one of the same date replaces it. */
    Uni<Void> keep(Tx tx, ReferenceRate.Tenor tenor, ReferenceRate.Publication publication);

    /** Keeps the national average of new home loans; one of the same date replaces it. */
    Uni<Void> keepAverage(Tx tx, ReferenceRate.Publication publication);

    /** Those averages by the day of their publication: four a year. */
    Uni<NavigableMap<LocalDate, AnnualRate>> averages(Tx tx);

    /** All reference rates that were heard: a dozen a year. */
    Uni<ReferenceRates> all(Tx tx);
}
