package io.anju.repayment.change.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.Changes;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.store.EventRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Quotes and changes in the tables change_quote and loan_change. */
@ApplicationScoped
class PgChanges implements Changes {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ADD_QUOTE = """
            INSERT INTO change_quote (id, loan_id, ask, ask_value, event_kind, event, needs_amendment, valid_until,
                                      loan_version, made_at, rate_request_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String QUOTE = """
            SELECT q.id AS quote_id, q.loan_id, q.ask, q.ask_value, q.event_kind, q.event::text AS event,
                   q.needs_amendment, q.valid_until, q.loan_version, q.rate_request_id
            """;
    private static final String FIND_QUOTE = QUOTE + "FROM change_quote q WHERE q.loan_id = $1 AND q.id = $2";
    private static final String IS_TAKEN =
            "SELECT EXISTS (SELECT FROM loan_change WHERE quote_id = $1 AND state <> 'ENDED')";
    private static final String IS_GRANT_TAKEN = """
            SELECT EXISTS (SELECT FROM change_quote q JOIN loan_change c ON c.quote_id = q.id
                           WHERE q.loan_id = $1 AND q.rate_request_id = $2 AND c.state <> 'ENDED')
            """;
    private static final String SAVE = """
            INSERT INTO loan_change (id, quote_id, loan_id, state, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason
            """;
    private static final String READ = QUOTE + """
            , c.id, c.state, c.reason, c.created_at
            FROM loan_change c JOIN change_quote q ON q.id = c.quote_id
            WHERE c.loan_id = $1
            """;
    private static final String FIND = READ + " AND c.id = $2";
    private static final String LIST = READ + " AND q.ask = ANY ($2) AND c.id < $3 ORDER BY c.id DESC LIMIT $4";

    private final EventRows events;

    PgChanges(EventRows events) {
        this.events = events;
    }

    @Override
    public Uni<Void> addQuote(Tx tx, ChangeQuote quote, Instant now) {
        Tuple values = Tuple.tuple()
                .addUUID(quote.id())
                .addUUID(quote.loanId())
                .addString(quote.ask().kind().name())
                .addString(quote.ask().value())
                .addString(EventRows.kind(quote.event().getClass()))
                .addJsonObject(new JsonObject(events.write(quote.event())))
                .addBoolean(quote.needsAmendment())
                .addLocalDate(quote.validUntil())
                .addLong(quote.loanVersion())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addUUID(quote.request().orElse(null));
        return run(tx, ADD_QUOTE, values).replaceWithVoid();
    }

    @Override
    public Uni<Optional<ChangeQuote>> findQuote(Tx tx, UUID loanId, UUID quoteId) {
        return run(tx, FIND_QUOTE, Tuple.of(loanId, quoteId))
                .map(rows -> stream(rows).map(this::quote).findFirst());
    }

    @Override
    public Uni<Boolean> isTaken(Tx tx, UUID quoteId) {
        return run(tx, IS_TAKEN, Tuple.of(quoteId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Boolean> isGrantTaken(Tx tx, UUID loanId, UUID request) {
        return run(tx, IS_GRANT_TAKEN, Tuple.of(loanId, request))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Void> save(Tx tx, AgreedChange change) {
        Tuple values = Tuple.tuple()
                .addUUID(change.id())
                .addUUID(change.quote().id())
                .addUUID(change.quote().loanId());
        switch (change) {
            case AgreedChange.Awaiting awaiting ->
                values.addString("AWAITING_AMENDMENT").addString(null);
            case AgreedChange.Done done -> values.addString("DONE").addString(null);
            case AgreedChange.Ended ended -> values.addString("ENDED").addString(ended.reason());
        }
        return run(tx, SAVE, values.addOffsetDateTime(change.createdAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<AgreedChange>> find(Tx tx, UUID loanId, UUID id) {
        return run(tx, FIND, Tuple.of(loanId, id))
                .map(rows -> stream(rows).map(this::change).findFirst());
    }

    @Override
    public Uni<List<AgreedChange>> list(
            Tx tx, UUID loanId, ChangeAsk.Subject subject, Optional<UUID> before, int limit) {
        String[] asks = Arrays.stream(ChangeAsk.Kind.values())
                .filter(kind -> kind.subject() == subject)
                .map(Enum::name)
                .toArray(String[]::new);
        return run(
                        tx,
                        LIST,
                        Tuple.tuple()
                                .addUUID(loanId)
                                .addArrayOfString(asks)
                                .addUUID(before.orElse(LAST))
                                .addInteger(limit))
                .map(rows -> stream(rows).map(this::change).toList());
    }

    private AgreedChange change(Row row) {
        var awaiting = new AgreedChange.Awaiting(
                row.getUUID("id"),
                quote(row),
                row.getOffsetDateTime("created_at").toInstant());
        return switch (row.getString("state")) {
            case "AWAITING_AMENDMENT" -> awaiting;
            case "DONE" -> awaiting.done();
            case "ENDED" -> awaiting.ended(row.getString("reason"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private ChangeQuote quote(Row row) {
        return new ChangeQuote(
                row.getUUID("quote_id"),
                row.getUUID("loan_id"),
                ChangeAsk.of(ChangeAsk.Kind.valueOf(row.getString("ask")), row.getString("ask_value")),
                (LoanEvent.Changed) events.read(row.getString("event"), row.getString("event_kind")),
                row.getBoolean("needs_amendment"),
                row.getLocalDate("valid_until"),
                row.getLong("loan_version"),
                Optional.ofNullable(row.getUUID("rate_request_id")));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
