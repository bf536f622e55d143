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

/** Hears of a reference rate, on which floating loans reprice, and of the average by which spreads may come down. */
@ApplicationScoped
class ReferenceRatePublished implements EventHandler {

    private static final String TYPE = "anju.reference-rate.published.v1";

    /** @param value decimal fraction, 0.035 for 3.5 % */
    @RegisterForReflection
    record Data(Series rate, LocalDate date, BigDecimal value) {}

    /** What is published. */
    enum Series {
        LPR_1Y,
        LPR_5Y,
        NEW_LOAN_AVERAGE
    }

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
        var publication = new ReferenceRate.Publication(data.date(), AnnualRate.of(data.value()));
        return switch (data.rate()) {
            case LPR_1Y -> rates.keep(tx, ReferenceRate.Tenor.LPR_1Y, publication);
            case LPR_5Y -> rates.keep(tx, ReferenceRate.Tenor.LPR_5Y, publication);
            case NEW_LOAN_AVERAGE -> rates.keepAverage(tx, publication);
        };
    }
}
