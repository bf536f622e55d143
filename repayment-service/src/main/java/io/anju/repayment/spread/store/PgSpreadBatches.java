package io.anju.repayment.spread.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.model.SpreadStep;
import io.anju.repayment.spread.SpreadBatches;
import io.anju.repayment.spread.SpreadSteps;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadOutcome;
import io.anju.repayment.spread.model.SpreadRule;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Batches in the tables spread_batch and spread_batch_loan. */
@ApplicationScoped
class PgSpreadBatches implements SpreadBatches, SpreadSteps {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    @Override
    public Uni<SpreadBatch.Preview> preview(Tx tx, SpreadRule rule) {
        return run(tx, SpreadSql.PREVIEW, SpreadRows.choosing(rule))
                .map(rows -> rows.iterator().next())
                .map(row -> new SpreadBatch.Preview(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public Uni<Void> save(Tx tx, SpreadBatch batch) {
        return switch (batch) {
            case SpreadBatch.Proposed proposed -> add(tx, proposed.proposal());
            case SpreadBatch.Declined declined -> decide(tx, declined, "DECLINED", declined.decision());
            case SpreadBatch.Approved approved ->
                decide(tx, approved, approved.stage().name(), approved.decision());
        };
    }

    private static Uni<Void> add(Tx tx, SpreadBatch.Proposal of) {
        SpreadRule rule = of.rule();
        return run(
                        tx,
                        SpreadSql.ADD,
                        Tuple.tuple()
                                .addUUID(of.id())
                                .addArrayOfString(rule.products().toArray(String[]::new))
                                .addString(rule.tenor().map(Enum::name).orElse(null))
                                .addLocalDate(rule.startedBefore().orElse(null))
                                .addBigDecimal(rule.cut().above().fraction())
                                .addBigDecimal(rule.cut().to().fraction())
                                .addBigDecimal(rule.cut().floor().fraction())
                                .addLocalDate(rule.effective())
                                .addString(of.reason())
                                .addLong(of.preview().loans())
                                .addLong(of.preview().principal())
                                .addLong(of.preview().interestAYear())
                                .addLong(of.preview().productUnknown())
                                .addUUID(of.by())
                                .addOffsetDateTime(of.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Void> decide(Tx tx, SpreadBatch batch, String state, SpreadBatch.Decision decision) {
        return run(
                        tx,
                        SpreadSql.DECIDE,
                        Tuple.of(
                                batch.proposal().id(),
                                state,
                                decision.by(),
                                decision.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<SpreadBatch>> find(Tx tx, UUID id) {
        return run(tx, SpreadSql.FIND, Tuple.of(id)).map(PgSpreadBatches::first);
    }

    @Override
    public Uni<Optional<SpreadBatch>> findForUpdate(Tx tx, UUID id) {
        return run(tx, SpreadSql.FIND + " FOR UPDATE OF b", Tuple.of(id)).map(PgSpreadBatches::first);
    }

    private static Optional<SpreadBatch> first(RowSet<Row> rows) {
        return stream(rows).findFirst().map(SpreadRows::batch);
    }

    @Override
    public Uni<Optional<UUID>> findUnderWay(Tx tx) {
        return run(tx, SpreadSql.ONE_AT_A_TIME, Tuple.tuple())
                .flatMap(held -> run(tx, SpreadSql.UNDER_WAY, Tuple.tuple()))
                .map(rows -> stream(rows).findFirst().map(row -> row.getUUID(0)));
    }

    @Override
    public Uni<List<SpreadBatch>> list(Tx tx, Optional<UUID> before, int limit) {
        return run(tx, SpreadSql.LIST, Tuple.of(before.orElse(LAST), limit))
                .map(rows -> stream(rows).map(SpreadRows::batch).toList());
    }

    @Override
    public Uni<List<SpreadLoan>> listLoans(Tx tx, UUID id, Optional<UUID> after, int limit) {
        return run(tx, SpreadSql.LOANS, Tuple.of(id, after.orElse(FIRST), limit))
                .map(rows -> stream(rows).map(SpreadRows::loan).toList());
    }

    @Override
    public Uni<Boolean> listNext(Tx tx, LocalDate today, int limit) {
        return run(tx, SpreadSql.BEING_LISTED, Tuple.tuple())
                .flatMap(rows -> stream(rows)
                        .findFirst()
                        .map(row -> listNext(tx, row, today, limit))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private static Uni<Boolean> listNext(Tx tx, Row batch, LocalDate today, int limit) {
        SpreadRule rule = SpreadRows.batch(batch).proposal().rule();
        UUID id = batch.getUUID("id");
        Tuple values = SpreadRows.choosing(rule)
                .addUUID(id)
                .addUUID(batch.getUUID("listed_to"))
                .addInteger(limit)
                .addLocalDate(rule.effectiveFor(today));
        return run(tx, SpreadSql.LIST_NEXT, values).flatMap(rows -> {
            List<UUID> listed = stream(rows).map(row -> row.getUUID(0)).toList();
            boolean more = listed.size() == limit;
            UUID to = listed.isEmpty() ? batch.getUUID("listed_to") : listed.getLast();
            return run(tx, SpreadSql.LISTED, Tuple.of(id, more ? "LISTING" : "RUNNING", to))
                    .replaceWith(more);
        });
    }

    @Override
    public Uni<Void> finish(Tx tx, LocalDate today, Instant now, int limit) {
        return run(tx, SpreadSql.LEAVE_ENDED, Tuple.of(today, limit))
                .flatMap(left -> run(tx, SpreadSql.FINISH, Tuple.of(now.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<UUID, SpreadStep>> dueOf(Tx tx, Collection<UUID> loans, LocalDate day) {
        return run(tx, SpreadSql.DUE, Tuple.of(loans.toArray(UUID[]::new), day))
                .map(rows -> stream(rows).collect(Collectors.toMap(row -> row.getUUID("loan_id"), SpreadRows::step)));
    }

    @Override
    public Uni<Void> concludeAll(Tx tx, List<SpreadOutcome> outcomes) {
        return outcomes.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(tx, SpreadSql.CONCLUDE, SpreadRows.outcomes(outcomes)).replaceWithVoid();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
