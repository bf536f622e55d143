package io.anju.loan.referencerate;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.referencerate.model.LprHistory;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Loads the LPR's history at the first start, once for all replicas, and announces it: other services learn the series
 * the same way as they learn the next publication.
 */
@ApplicationScoped
class HistoryLoader {

    private static final Logger LOG = Logger.getLogger(HistoryLoader.class);
    private static final String RESOURCE = "referencerate/lpr_history.csv";

    private final Transactions transactions;
    private final PublishedRates rates;
    private final ReferenceRates referenceRates;

    HistoryLoader(Transactions transactions, PublishedRates rates, ReferenceRates referenceRates) {
        this.transactions = transactions;
        this.rates = rates;
        this.referenceRates = referenceRates;
    }

    void onStart(@Observes StartupEvent start) throws Throwable {
        List<PublishedRate> history = read();
        int loaded = VertxContextSupport.subscribeAndAwait(() -> transactions.run(tx -> loadOnce(tx, history)));
        if (loaded > 0) {
            LOG.infof("loaded %d publications of the loan prime rate", loaded);
        }
    }

    private Uni<Integer> loadOnce(Tx tx, List<PublishedRate> history) {
        return tx.select("select cast(pg_advisory_xact_lock(hashtextextended('lpr-history', 0)) as text)")
                .flatMap(locked -> rates.findLast(tx, Rate.LPR_5Y))
                .flatMap(last -> last.isPresent()
                        ? Uni.createFrom().item(0)
                        : load(tx, history).replaceWith(history.size()));
    }

    private Uni<Void> load(Tx tx, List<PublishedRate> history) {
        return Multi.createFrom()
                .iterable(history)
                .onItem()
                .transformToUniAndConcatenate(
                        rate -> rates.add(tx, rate, null).chain(() -> referenceRates.announce(tx, rate)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static List<PublishedRate> read() {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE);
        try (var reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8))) {
            return LprHistory.parse(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
