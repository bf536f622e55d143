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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Quotes and prepayments in their tables. */
@ApplicationScoped
class PgPrepayments implements Prepayments {

    private static final String ADD_QUOTE = """
            INSERT INTO prepayment_quote (id, loan_id, date, way, principal, interest, compensation, interest_saved,
                                          loan_version, made_at, overdue_numbers, overdue_dates, overdue_penalties,
                                          overdue_interests, overdue_principals)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;
    private static final String FIND_QUOTE =
            "SELECT q.*, q.id AS quote_id FROM prepayment_quote q WHERE q.loan_id = $1 AND q.id = $2";
    private static final String IS_TAKEN =
            "SELECT EXISTS (SELECT FROM prepayment WHERE quote_id = $1 AND state NOT IN ('FAILED', 'CANCELLED'))";
    private static final String SAVE = """
            INSERT INTO prepayment (id, quote_id, loan_id, state, reason, execute_on, card_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, reason = excluded.reason
            """;
    private static final String READ = """
            SELECT q.*, q.id AS quote_id, p.id AS prepayment_id, p.reason, p.card_id, p.created_at,
                   CASE WHEN p.state = 'DONE' AND EXISTS (
                            SELECT FROM transfer t JOIN transfer r ON r.reverses = t.id
                            WHERE t.idempotency_key = 'prepayment-' || p.id) THEN 'REVERSED'
                        ELSE p.state END AS state
            FROM prepayment p JOIN prepayment_quote q ON q.id = p.quote_id
            """;
    private static final String FIND = READ + "WHERE p.loan_id = $1 AND p.id = $2";
    private static final String FIND_DONE =
            READ + "WHERE p.loan_id = $1 AND p.state = 'DONE' AND 'prepayment-' || p.id = $2";
    private static final String OF_LOAN = READ + "WHERE p.loan_id = $1 AND p.id < $2 ORDER BY p.id DESC LIMIT $3";
    private static final String TO_BEGIN = READ + """
            JOIN loan l ON l.id = p.loan_id
            WHERE p.state = 'SCHEDULED' AND p.execute_on <= $1 AND l.held_by IS NULL
            ORDER BY p.execute_on, p.id LIMIT $2
            """;
    private static final String SCHEDULED = READ + "WHERE p.state = 'SCHEDULED' AND p.loan_id = ANY ($1) ORDER BY p.id";
    private static final UUID LAST = new UUID(-1, -1);

    @Override
    public Uni<Void> addQuotes(Tx tx, List<Quote> quotes, Instant now) {
        List<Tuple> rows = quotes.stream()
                .map(quote -> OverdueColumns.add(
                        Tuple.tuple()
                                .addUUID(quote.id())
                                .addUUID(quote.loanId())
                                .addLocalDate(quote.date())
                                .addString(quote.way().name())
                                .addLong(quote.principal())
                                .addLong(quote.interest())
                                .addLong(quote.compensation())
                                .addLong(quote.interestSaved())
                                .addLong(quote.loanVersion())
                                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)),
                        quote.overdue()))
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
            case Prepayment.Scheduled scheduled ->
                values.addString("SCHEDULED")
                        .addString(null)
                        .addLocalDate(scheduled.quote().date())
                        .addUUID(scheduled.card());
            case Prepayment.Cancelled cancelled -> addState(values, "CANCELLED", null);
            case Prepayment.Pending pending -> addState(values, "PENDING", null);
            case Prepayment.Done done -> addState(values, "DONE", null);
            case Prepayment.Reversed reversed ->
                throw new IllegalArgumentException("kept by its reversal in the ledger: " + reversed.id());
            case Prepayment.Failed failed -> addState(values, "FAILED", failed.reason());
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

    @Override
    public Uni<Optional<Prepayment.Done>> findDone(Tx tx, UUID loanId, String reference) {
        return list(tx, FIND_DONE, Tuple.of(loanId, reference))
                .map(found -> found.stream()
                        .filter(Prepayment.Done.class::isInstance)
                        .map(Prepayment.Done.class::cast)
                        .findFirst());
    }

    private static void addState(Tuple values, String state, @Nullable String reason) {
        values.addString(state).addString(reason).addLocalDate(null).addUUID(null);
    }

    @Override
    public Uni<List<Prepayment>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return list(tx, OF_LOAN, Tuple.of(loanId, before.orElse(LAST), limit));
    }

    @Override
    public Uni<List<Prepayment.Scheduled>> listToBegin(Tx tx, LocalDate today, int limit) {
        return list(tx, TO_BEGIN, Tuple.of(today, limit)).map(PgPrepayments::scheduled);
    }

    @Override
    public Uni<List<Prepayment.Scheduled>> listScheduled(Tx tx, Collection<UUID> loanIds) {
        return list(tx, SCHEDULED, Tuple.of(loanIds.toArray(UUID[]::new))).map(PgPrepayments::scheduled);
    }

    private static Uni<List<Prepayment>> list(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgPrepayments::prepayment)
                        .toList());
    }

    private static List<Prepayment.Scheduled> scheduled(List<Prepayment> found) {
        return found.stream().map(Prepayment.Scheduled.class::cast).toList();
    }

    private static Prepayment prepayment(Row row) {
        var pending = new Prepayment.Pending(
                row.getUUID("prepayment_id"),
                quote(row),
                row.getOffsetDateTime("created_at").toInstant());
        return switch (row.getString("state")) {
            case "SCHEDULED" ->
                new Prepayment.Scheduled(pending.id(), pending.quote(), pending.createdAt(), row.getUUID("card_id"));
            case "CANCELLED" -> new Prepayment.Cancelled(pending.id(), pending.quote(), pending.createdAt());
            case "PENDING" -> pending;
            case "DONE" -> pending.done();
            case "REVERSED" -> new Prepayment.Reversed(pending.id(), pending.quote(), pending.createdAt());
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
                OverdueColumns.read(row),
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
