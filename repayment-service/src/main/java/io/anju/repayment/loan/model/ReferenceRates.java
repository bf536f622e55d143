package io.anju.repayment.loan.model;

import io.anju.kernel.rate.ReferenceRate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The published series that floating rates follow. */
public final class ReferenceRates {

    private final Map<ReferenceRate.Tenor, ReferenceRate> series = new EnumMap<>(ReferenceRate.Tenor.class);

    /** @param publications by tenor; one that is missing has published nothing */
    public ReferenceRates(Map<ReferenceRate.Tenor, List<ReferenceRate.Publication>> publications) {
        for (ReferenceRate.Tenor tenor : ReferenceRate.Tenor.values()) {
            series.put(tenor, ReferenceRate.of(tenor, publications.getOrDefault(tenor, List.of())));
        }
    }

    /** The series of a tenor, possibly empty. */
    public ReferenceRate of(ReferenceRate.Tenor tenor) {
        ReferenceRate found = series.get(tenor);
        if (found == null) {
            throw new IllegalStateException("every tenor has its series: " + tenor);
        }
        return found;
    }
}
