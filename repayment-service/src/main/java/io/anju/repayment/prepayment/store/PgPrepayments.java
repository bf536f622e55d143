package io.anju.repayment.prepayment.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.prepayment.Prepayments;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.Quote;
import io.anju.repayment.prepayment.model.Way;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Quotes and prepayments in their tables. */
@ApplicationScoped
class PgPrepayments implements Prepayments {

    private static final String ADD_QUOTE = """
            INSERT INTO prepayment_quote (id, loan_id, date, way, principal, interest, compensation, interest_saved,
                                          loan_version, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String FIND_QUOTE =
            "SELECT q.*, q.id AS quote_id FROM prepayment_quote q WHERE q.loan_id = $1 AND q.id = $2";
    private static final String IS_TAKEN =
            "SELECT EXISTS (SELECT FROM prepayment WHERE quote_id = $1 AND state <> 'FAILED')";
    private static final String SAVE = """
            INSERT INTO prepayment (id, quote_id, loan_id, state, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason
            """;
    private static final String FIND = """
            SELECT q.*, q.id AS quote_id, p.id AS prepayment_id, p.state, p.reason, p.created_at
            FROM prepayment p JOIN prepayment_quote q ON q.id = p.quote_id
            WHERE p.loan_id = $1 AND p.id = $2
            """;

    @Override
    public Uni<Void> addQuotes(Tx tx, List<Quote> quotes, Instant now) {
        List<Tuple> rows = quotes.stream()
                .map(quote -> Tuple.tuple()
                        .addUUID(quote.id())
                        .addUUID(quote.loanId())
                        .addLocalDate(quote.date())
                        .addString(quote.way().name())
                        .addLong(quote.principal())
                        .addLong(quote.interest())
                        .addLong(quote.compensation())
                        .addLong(quote.interestSaved())
                        .addLong(quote.loanVersion())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .toList();
        return PgTx.connection(tx).preparedQuery(ADD_QUOTE).executeBatch(rows).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Quote>> findQuote(Tx tx, UUID loanId, UUID quoteId) {
        return run(tx, FIND_QUOTE, Tuple.of(loanId, quoteId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgPrepayments::quote)
                        .findFirst());
    }

    @Override
    public Uni<Boolean> isTaken(Tx tx, UUID quoteId) {
        return run(tx, IS_TAKEN, Tuple.of(quoteId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Void> save(Tx tx, Prepayment prepayment) {
        Tuple values = Tuple.tuple()
                .addUUID(prepayment.id())
                .addUUID(prepayment.quote().id())
                .addUUID(prepayment.quote().loanId());
        switch (prepayment) {
            case Prepayment.Pending pending -> values.addString("PENDING").addString(null);
            case Prepayment.Done done -> values.addString("DONE").addString(null);
            case Prepayment.Failed failed -> values.addString("FAILED").addString(failed.reason());
        }
        return run(tx, SAVE, values.addOffsetDateTime(prepayment.createdAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Prepayment>> find(Tx tx, UUID loanId, UUID id) {
        return run(tx, FIND, Tuple.of(loanId, id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgPrepayments::prepayment)
                        .findFirst());
    }

    private static Prepayment prepayment(Row row) {
        var pending = new Prepayment.Pending(
                row.getUUID("prepayment_id"),
                quote(row),
                row.getOffsetDateTime("created_at").toInstant());
        return switch (row.getString("state")) {
            case "PENDING" -> pending;
            case "DONE" -> pending.done();
            case "FAILED" -> pending.failed(row.getString("reason"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Quote quote(Row row) {
        return new Quote(
                row.getUUID("quote_id"),
                row.getUUID("loan_id"),
                row.getLocalDate("date"),
                Way.valueOf(row.getString("way")),
                row.getLong("principal"),
                row.getLong("interest"),
                row.getLong("compensation"),
                row.getLong("interest_saved"),
                row.getLong("loan_version"));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
