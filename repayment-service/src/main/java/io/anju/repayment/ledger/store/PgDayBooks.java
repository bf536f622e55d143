package io.anju.repayment.ledger.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.DayBooks;
import io.anju.repayment.ledger.model.DayDigest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Closed days in ledger_closing, ledger_day and ledger_digest, written by the functions of V9__ledger_days.sql alone. */
@ApplicationScoped
class PgDayBooks implements DayBooks {

    private static final String COLUMNS = " date, transfers, debit, credit, encode(sha256, 'hex') AS sha256,"
            + " encode(previous, 'hex') AS previous ";
    private static final String CLOSE = "SELECT ledger_close($1)";
    private static final String NEXT = "SELECT" + COLUMNS + "FROM ledger_digest_next()";
    private static final String LIST =
            "SELECT" + COLUMNS + "FROM ledger_digest WHERE date < $1 ORDER BY date DESC LIMIT $2";
    private static final String FIND = "SELECT" + COLUMNS + "FROM ledger_digest WHERE date = $1";
    private static final String RECKON = "SELECT $1::date AS date," + COLUMNS.replaceFirst(" date,", "") + """
            FROM coalesce((SELECT d.sha256 FROM ledger_digest d WHERE d.date < $1::date ORDER BY d.date DESC LIMIT 1),
                          decode(repeat('00', 32), 'hex')) AS previous,
                 ledger_reckon($1::date, previous)
            """;

    @Override
    public Uni<Boolean> close(Tx tx, LocalDate through) {
        return run(tx, CLOSE, Tuple.of(through))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Optional<DayDigest>> digestNext(Tx tx) {
        return run(tx, NEXT, Tuple.tuple()).map(rows -> digests(rows).findFirst());
    }

    @Override
    public Uni<List<DayDigest>> list(Tx tx, Optional<LocalDate> before, int limit) {
        return run(tx, LIST, Tuple.of(before.orElse(LocalDate.of(9999, 12, 31)), limit))
                .map(rows -> digests(rows).toList());
    }

    @Override
    public Uni<Optional<DayDigest>> find(Tx tx, LocalDate date) {
        return run(tx, FIND, Tuple.of(date)).map(rows -> digests(rows).findFirst());
    }

    @Override
    public Uni<DayDigest> reckon(Tx tx, LocalDate date) {
        return run(tx, RECKON, Tuple.of(date))
                .map(rows -> digests(rows).findFirst().orElseThrow());
    }

    private static Stream<DayDigest> digests(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new DayDigest(
                        row.getLocalDate("date"),
                        row.getLong("transfers"),
                        row.getLong("debit"),
                        row.getLong("credit"),
                        row.getString("sha256"),
                        row.getString("previous")));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
