package io.anju.repayment.loan.events;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.PublishedRates;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** Hears of a reference rate, on which floating loans reprice. */
@ApplicationScoped
class ReferenceRatePublished implements EventHandler {

    private static final String TYPE = "anju.reference-rate.published.v1";

    /** @param value decimal fraction, 0.035 for 3.5 % */
    @RegisterForReflection
    record Data(ReferenceRate.Tenor rate, LocalDate date, BigDecimal value) {}

    private final PublishedRates rates;

    ReferenceRatePublished(PublishedRates rates) {
        this.rates = rates;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        Data data = event.dataAs(Data.class);
        return rates.keep(tx, data.rate(), new ReferenceRate.Publication(data.date(), AnnualRate.of(data.value())));
    }
}
