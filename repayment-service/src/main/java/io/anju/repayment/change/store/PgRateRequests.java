package io.anju.repayment.change.store;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.RateRequests;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.RateRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Requests in the table rate_request. */
@ApplicationScoped
class PgRateRequests implements RateRequests {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final String SAVE = """
            INSERT INTO rate_request (id, loan_id, customer_id, ask, ask_value, reason, unmet, asked_at, state, advice,
                                      advice_note, advised_by, advised_at, quote_id, decision_reason, decided_by, decided_at,
                                      granted_until, withdrawn_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            ON CONFLICT (id) DO UPDATE SET
                state = excluded.state, advice = excluded.advice, advice_note = excluded.advice_note,
                advised_by = excluded.advised_by, advised_at = excluded.advised_at, quote_id = excluded.quote_id,
                decision_reason = excluded.decision_reason, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at, granted_until = excluded.granted_until,
                withdrawn_at = excluded.withdrawn_at
            """;
    private static final String FIND = "SELECT * FROM rate_request WHERE id = $1";
    private static final String OPEN =
            "SELECT * FROM rate_request WHERE loan_id = $1 AND state IN ('WAITING', 'RECOMMENDED')";
    private static final String OF_LOAN =
            "SELECT * FROM rate_request WHERE loan_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    private static final String ALL = "SELECT * FROM rate_request WHERE id > $1 ORDER BY id LIMIT $2";
    private static final String IN_STATE =
            "SELECT * FROM rate_request WHERE id > $1 AND state = $3 ORDER BY id LIMIT $2";

    @Override
    public Uni<Void> save(Tx tx, RateRequest request) {
        RateRequest.Asked asked = request.asked();
        Tuple values = Tuple.tuple()
                .addUUID(asked.id())
                .addUUID(asked.loanId())
                .addUUID(asked.customerId())
                .addString(asked.ask().kind().name())
                .addString(asked.ask().value())
                .addString(asked.reason())
                .addArrayOfString(asked.unmet().toArray(String[]::new))
                .addOffsetDateTime(utc(asked.at()))
                .addString(State.of(request).name());
        return run(tx, SAVE, ending(values, request)).replaceWithVoid();
    }

    private static Tuple ending(Tuple values, RateRequest request) {
        return switch (request) {
            case RateRequest.Offered offered -> ending(values, null, offered.quote(), null, null, null);
            case RateRequest.Waiting waiting -> ending(values, null, null, null, null, null);
            case RateRequest.Recommended advised -> ending(values, advised.advice(), null, null, null, null);
            case RateRequest.Approved yes ->
                ending(values, yes.advice(), yes.quote(), yes.decision(), yes.grantedUntil(), null);
            case RateRequest.Declined no -> ending(values, no.advice(), null, no.decision(), null, null);
            case RateRequest.Withdrawn gone -> ending(values, gone.advice().orElse(null), null, null, null, gone.at());
        };
    }

    private static Tuple ending(
            Tuple values,
            RateRequest.@Nullable Advice advice,
            @Nullable UUID quote,
            RateRequest.@Nullable Decision decision,
            @Nullable LocalDate grantedUntil,
            @Nullable Instant withdrawnAt) {
        return values.addString(advice == null ? null : advice.verdict().name())
                .addString(advice == null ? null : advice.note())
                .addUUID(advice == null ? null : advice.by())
                .addOffsetDateTime(advice == null ? null : utc(advice.at()))
                .addUUID(quote)
                .addString(decision == null ? null : decision.reason())
                .addUUID(decision == null ? null : decision.by())
                .addOffsetDateTime(decision == null ? null : utc(decision.at()))
                .addLocalDate(grantedUntil)
                .addOffsetDateTime(withdrawnAt == null ? null : utc(withdrawnAt));
    }

    @Override
    public Uni<Optional<RateRequest>> find(Tx tx, UUID id) {
        return first(tx, FIND, id);
    }

    @Override
    public Uni<Optional<RateRequest>> findForUpdate(Tx tx, UUID id) {
        return first(tx, FIND + " FOR UPDATE", id);
    }

    @Override
    public Uni<Optional<RateRequest>> findOpen(Tx tx, UUID loanId) {
        return first(tx, OPEN, loanId);
    }

    @Override
    public Uni<List<RateRequest>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return list(tx, OF_LOAN, Tuple.of(loanId, before.orElse(LAST), limit));
    }

    @Override
    public Uni<List<RateRequest>> list(Tx tx, Optional<State> state, Optional<UUID> after, int limit) {
        Tuple values = Tuple.of(after.orElse(FIRST), limit);
        return state.map(only -> list(tx, IN_STATE, values.addString(only.name())))
                .orElseGet(() -> list(tx, ALL, values));
    }

    private static Uni<Optional<RateRequest>> first(Tx tx, String sql, UUID id) {
        return list(tx, sql, Tuple.of(id)).map(found -> found.stream().findFirst());
    }

    private static Uni<List<RateRequest>> list(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgRateRequests::request)
                        .toList());
    }

    private static RateRequest request(Row row) {
        RateRequest.Asked asked = asked(row);
        return switch (State.valueOf(row.getString("state"))) {
            case OFFERED -> new RateRequest.Offered(asked, row.getUUID("quote_id"));
            case WAITING -> new RateRequest.Waiting(asked);
            case RECOMMENDED -> new RateRequest.Recommended(asked, advice(row));
            case APPROVED ->
                new RateRequest.Approved(asked, advice(row), row.getUUID("quote_id"), decision(row), grantedUntil(row));
            case DECLINED -> new RateRequest.Declined(asked, advice(row), decision(row));
            case WITHDRAWN ->
                new RateRequest.Withdrawn(
                        asked,
                        row.getString("advice") == null ? Optional.empty() : Optional.of(advice(row)),
                        instant(row, "withdrawn_at"));
        };
    }

    private static RateRequest.Asked asked(Row row) {
        return new RateRequest.Asked(
                row.getUUID("id"),
                row.getUUID("loan_id"),
                row.getUUID("customer_id"),
                ChangeAsk.of(ChangeAsk.Kind.valueOf(row.getString("ask")), row.getString("ask_value")),
                row.getString("reason"),
                List.of(row.getArrayOfStrings("unmet")),
                instant(row, "asked_at"));
    }

    private static RateRequest.Advice advice(Row row) {
        return new RateRequest.Advice(
                RateRequest.Verdict.valueOf(row.getString("advice")),
                row.getString("advice_note"),
                row.getUUID("advised_by"),
                instant(row, "advised_at"));
    }

    private static RateRequest.Decision decision(Row row) {
        return new RateRequest.Decision(
                row.getString("decision_reason"), row.getUUID("decided_by"), instant(row, "decided_at"));
    }

    /** The day of the decision where none was kept. */
    private static LocalDate grantedUntil(Row row) {
        LocalDate kept = row.getLocalDate("granted_until");
        return kept == null ? LocalDate.ofInstant(instant(row, "decided_at"), BusinessClock.ZONE) : kept;
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
