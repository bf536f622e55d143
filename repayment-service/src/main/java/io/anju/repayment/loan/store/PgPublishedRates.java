package io.anju.repayment.loan.store;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.PublishedRates;
import io.anju.repayment.loan.model.ReferenceRates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reference rates in the table reference_rate. */
@ApplicationScoped
class PgPublishedRates implements PublishedRates {

    private static final String AVERAGE = "NEW_LOAN_AVERAGE";

    private static final String KEEP = """
            INSERT INTO reference_rate (rate, date, value) VALUES ($1, $2, $3)
            ON CONFLICT (rate, date) DO UPDATE SET value = excluded.value
            """;

    @Override
    public Uni<Void> keep(Tx tx, ReferenceRate.Tenor tenor, ReferenceRate.Publication publication) {
        return keep(tx, tenor.name(), publication);
    }

    @Override
    public Uni<Void> keepAverage(Tx tx, ReferenceRate.Publication publication) {
        return keep(tx, AVERAGE, publication);
    }

    private static Uni<Void> keep(Tx tx, String name, ReferenceRate.Publication publication) {
        return PgTx.connection(tx)
                .preparedQuery(KEEP)
                .execute(Tuple.of(name, publication.date(), publication.value().fraction()))
                .replaceWithVoid();
    }

    @Override
    public Uni<NavigableMap<LocalDate, AnnualRate>> averages(Tx tx) {
        return PgTx.connection(tx)
                .preparedQuery("SELECT date, value FROM reference_rate WHERE rate = $1")
                .execute(Tuple.of(AVERAGE))
                .map(rows -> {
                    NavigableMap<LocalDate, AnnualRate> heard = new TreeMap<>();
                    rows.forEach(row -> heard.put(row.getLocalDate("date"), AnnualRate.of(row.getBigDecimal("value"))));
                    return heard;
                });
    }

    @Override
    public Uni<ReferenceRates> all(Tx tx) {
        return PgTx.connection(tx)
                .preparedQuery("SELECT rate, date, value FROM reference_rate WHERE rate <> $1")
                .execute(Tuple.of(AVERAGE))
                .map(rows -> {
                    Map<ReferenceRate.Tenor, List<ReferenceRate.Publication>> heard =
                            new EnumMap<>(ReferenceRate.Tenor.class);
                    rows.forEach(row -> heard.computeIfAbsent(
                                    ReferenceRate.Tenor.valueOf(row.getString("rate")), first -> new ArrayList<>())
                            .add(new ReferenceRate.Publication(
                                    row.getLocalDate("date"), AnnualRate.of(row.getBigDecimal("value")))));
                    return new ReferenceRates(heard);
                });
    }
}
