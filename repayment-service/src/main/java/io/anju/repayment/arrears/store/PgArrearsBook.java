package io.anju.repayment.arrears.store;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.arrears.ArrearsBook;
import io.anju.repayment.arrears.model.Arrears;
import io.anju.repayment.arrears.model.Cure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Classifications in the tables loan_arrears and arrears_classification. */
@ApplicationScoped
class PgArrearsBook implements ArrearsBook {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String BEGIN = "INSERT INTO arrears_classification (date) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String TAKE = """
            SELECT done_to FROM arrears_classification WHERE date = $1 AND done_to IS NOT NULL FOR UPDATE SKIP LOCKED
            """;
    private static final String IS_DONE =
            "SELECT EXISTS (SELECT FROM arrears_classification WHERE date = $1 AND done_to IS NULL)";
    private static final String NEXT = """
            SELECT l.id, l.state = 'ACTIVE' AS active
            FROM ((SELECT DISTINCT loan_id FROM bill WHERE state <> 'PAID' AND due_date < $1 AND loan_id > $2
                   ORDER BY loan_id LIMIT $3)
                  UNION
                  (SELECT loan_id FROM loan_arrears WHERE loan_id > $2 ORDER BY loan_id LIMIT $3)) late
            JOIN loan l ON l.id = late.loan_id
            ORDER BY l.id LIMIT $3
            """;
    private static final String MOVE_ON = "UPDATE arrears_classification SET done_to = $2 WHERE date = $1";
    private static final String KEEP = """
            INSERT INTO loan_arrears (loan_id, date, days_overdue, overdue_since, ageing, class, cure_since,
                                      cure_not_before, cure_instalments)
            SELECT a.loan_id, $2, a.days, a.since, a.ageing, a.class, a.cure_since, a.cure_not_before, a.instalments
            FROM unnest($1::uuid[], $3::int[], $4::date[], $5::text[], $6::text[], $7::date[], $8::date[], $9::int[])
                AS a (loan_id, days, since, ageing, class, cure_since, cure_not_before, instalments)
            ON CONFLICT (loan_id) DO UPDATE
            SET date = excluded.date, days_overdue = excluded.days_overdue, overdue_since = excluded.overdue_since,
                ageing = excluded.ageing, class = excluded.class, cure_since = excluded.cure_since,
                cure_not_before = excluded.cure_not_before, cure_instalments = excluded.cure_instalments
            """;
    private static final String FORGET = "DELETE FROM loan_arrears WHERE loan_id = ANY ($1)";
    private static final String COLUMNS = "SELECT l.id, l.customer_id, l.outstanding, a.* FROM ";
    private static final String OF_LATE = COLUMNS + """
            loan_arrears a JOIN loan l ON l.id = a.loan_id
            WHERE l.state = 'ACTIVE' AND a.loan_id > $1 AND ($3::text IS NULL OR a.class = $3)
              AND ($4::text IS NULL OR a.ageing = $4)
            ORDER BY a.loan_id LIMIT $2
            """;
    private static final String OF_ALL = COLUMNS + """
            loan l LEFT JOIN loan_arrears a ON a.loan_id = l.id
            WHERE l.state = 'ACTIVE' AND l.id > $1 AND ($3::text IS NULL OR coalesce(a.class, 'NORMAL') = $3)
              AND ($4::text IS NULL OR coalesce(a.ageing, 'CURRENT') = $4)
            ORDER BY l.id LIMIT $2
            """;
    private static final String COUNT =
            "SELECT ageing, class, count(*) AS loans FROM loan_arrears GROUP BY ageing, class";

    @Override
    public Uni<Void> begin(Tx tx, LocalDate date) {
        return run(tx, BEGIN, Tuple.of(date)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<List<Candidate>>> take(Tx tx, LocalDate date, int limit) {
        return run(tx, TAKE, Tuple.of(date)).flatMap(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            UUID doneTo = rows.iterator().next().getUUID(0);
            return run(tx, NEXT, Tuple.of(date, doneTo, limit))
                    .map(found -> Optional.of(stream(found)
                            .map(row -> new Candidate(row.getUUID("id"), row.getBoolean("active")))
                            .toList()));
        });
    }

    @Override
    public Uni<Boolean> isDone(Tx tx, LocalDate date) {
        return run(tx, IS_DONE, Tuple.of(date))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Void> moveOn(Tx tx, LocalDate date, Optional<UUID> doneTo) {
        return run(tx, MOVE_ON, Tuple.of(date, doneTo.orElse(null))).replaceWithVoid();
    }

    @Override
    public Uni<Void> keep(Tx tx, LocalDate date, Map<UUID, Arrears> loans) {
        UUID[] normal = loans.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Arrears.NONE))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        // In the order of ids, as everybody locks them.
        List<Map.Entry<UUID, Arrears>> late = loans.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Arrears.NONE))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return run(tx, FORGET, Tuple.of(normal))
                .flatMap(gone -> run(tx, KEEP, columns(date, late)))
                .replaceWithVoid();
    }

    private static Tuple columns(LocalDate date, List<Map.Entry<UUID, Arrears>> late) {
        List<Arrears> all = late.stream().map(Map.Entry::getValue).toList();
        Tuple columns = Tuple.tuple();
        columns.addArrayOfUUID(late.stream().map(Map.Entry::getKey).toArray(UUID[]::new));
        columns.addLocalDate(date);
        columns.addArrayOfInteger(all.stream().map(Arrears::daysOverdue).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(dates(all, Arrears::since));
        columns.addArrayOfString(all.stream().map(of -> of.ageing().name()).toArray(String[]::new));
        columns.addArrayOfString(all.stream().map(of -> of.loanClass().name()).toArray(String[]::new));
        columns.addArrayOfLocalDate(dates(all, of -> of.cure().map(Cure::since)));
        columns.addArrayOfLocalDate(dates(all, of -> of.cure().map(Cure::notBefore)));
        columns.addArrayOfInteger(all.stream()
                .map(of -> of.cure().map(Cure::instalmentsToGo).orElse(null))
                .toArray(Integer[]::new));
        return columns;
    }

    private static LocalDate[] dates(List<Arrears> all, Function<Arrears, Optional<LocalDate>> column) {
        return all.stream().map(of -> column.apply(of).orElse(null)).toArray(LocalDate[]::new);
    }

    @Override
    public Uni<List<Entry>> list(Tx tx, Filter filter, Optional<UUID> after, int limit) {
        boolean late = filter.loanClass().filter(of -> of != LoanClass.NORMAL).isPresent()
                || filter.ageing().filter(of -> of != Ageing.CURRENT).isPresent();
        Tuple values = Tuple.of(
                after.orElse(FIRST),
                limit,
                filter.loanClass().map(Enum::name).orElse(null),
                filter.ageing().map(Enum::name).orElse(null));
        return run(tx, late ? OF_LATE : OF_ALL, values)
                .map(rows -> stream(rows).map(PgArrearsBook::entry).toList());
    }

    @Override
    public Uni<List<Count>> count(Tx tx) {
        return run(tx, COUNT, Tuple.tuple())
                .map(rows -> stream(rows)
                        .map(row -> new Count(
                                Ageing.valueOf(row.getString("ageing")),
                                LoanClass.valueOf(row.getString("class")),
                                row.getLong("loans")))
                        .toList());
    }

    private static Entry entry(Row row) {
        Optional<LocalDate> asOf = Optional.ofNullable(row.getLocalDate("date"));
        return new Entry(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getLong("outstanding"),
                asOf.isPresent() ? arrears(row) : Arrears.NONE,
                asOf);
    }

    private static Arrears arrears(Row row) {
        return new Arrears(
                row.getInteger("days_overdue"),
                Optional.ofNullable(row.getLocalDate("overdue_since")),
                Ageing.valueOf(row.getString("ageing")),
                LoanClass.valueOf(row.getString("class")),
                Optional.ofNullable(row.getLocalDate("cure_since"))
                        .map(since -> new Cure(
                                since, row.getLocalDate("cure_not_before"), row.getInteger("cure_instalments"))));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
