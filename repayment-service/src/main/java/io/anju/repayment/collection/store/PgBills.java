package io.anju.repayment.collection.store;

import io.anju.kernel.arrears.LateAccrual;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillRest;
import io.anju.repayment.collection.model.RateStep;
import io.anju.repayment.collection.model.Turn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Bills in the table bill. */
@ApplicationScoped
class PgBills implements Bills {

    private static final String SAVE = """
            INSERT INTO bill (loan_id, number, due_date, principal, interest, rate, state, principal_open,
                              interest_open, penalty_open, penalty_paid, charged_to, attempts, collect_on, collect_from,
                              paid_on, seen_to, penalty_numerator, penalty_denominator, compound_numerator,
                              compound_denominator, compound_paid, penalty_waived, turn_missed, last_in_time, overdue_from,
                              collect_behind)
            SELECT b.loan_id, b.number, b.due_date, b.principal, b.interest, b.rate::numeric, b.state,
                   b.principal_open, b.interest_open, b.penalty_open, b.penalty_paid, b.charged_to, b.attempts,
                   b.collect_on, b.collect_from, b.paid_on, b.seen_to, b.penalty_numerator::numeric,
                   b.penalty_denominator::numeric, b.compound_numerator::numeric, b.compound_denominator::numeric,
                   b.compound_paid, b.penalty_waived, b.turn_missed, b.last_in_time, b.overdue_from,
                   b.collect_behind
            FROM unnest($1::uuid[], $2::int[], $3::date[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
                        $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::date[], $13::int[], $14::date[],
                        $15::timestamptz[], $16::date[], $17::date[], $18::text[], $19::text[], $20::text[],
                        $21::text[], $22::bigint[], $23::bigint[], $24::boolean[], $25::date[], $26::date[], $27::text[])
                AS b (loan_id, number, due_date, principal, interest, rate, state, principal_open,
                      interest_open, penalty_open, penalty_paid, charged_to, attempts, collect_on, collect_from, paid_on,
                      seen_to, penalty_numerator, penalty_denominator, compound_numerator, compound_denominator,
                      compound_paid, penalty_waived, turn_missed, last_in_time, overdue_from, collect_behind)
            ON CONFLICT (loan_id, number) DO UPDATE
            SET principal = excluded.principal, interest = excluded.interest, state = excluded.state, principal_open = excluded.principal_open,
                interest_open = excluded.interest_open, penalty_open = excluded.penalty_open,
                penalty_paid = excluded.penalty_paid, charged_to = excluded.charged_to,
                attempts = excluded.attempts, collect_on = excluded.collect_on, collect_from = excluded.collect_from,
                paid_on = excluded.paid_on, seen_to = excluded.seen_to,
                penalty_numerator = excluded.penalty_numerator, penalty_denominator = excluded.penalty_denominator,
                compound_numerator = excluded.compound_numerator, compound_denominator = excluded.compound_denominator,
                compound_paid = excluded.compound_paid, turn_missed = excluded.turn_missed,
                last_in_time = excluded.last_in_time, overdue_from = excluded.overdue_from,
                collect_behind = excluded.collect_behind,
                penalty_waived = greatest(bill.penalty_waived, excluded.penalty_waived)
            """;
    private static final String REMOVE = "DELETE FROM bill WHERE loan_id = $1 AND number = $2";
    // Lateness is the loan's: what its contract says is read with its bills and not written a second time with each of
    // them; so are the rates that came since, a few of the events of a loan.
    // OFFSET 0 has each loan looked up by its key: as a join the planner would read them all for the sake of a few
    // hundred.
    private static final String BILLS = """
            SELECT b.*, l.*, r.* FROM %s b
            CROSS JOIN LATERAL (SELECT late_multiplier, late_grace_days, late_day_count, late_compound
                                FROM loan WHERE id = b.loan_id OFFSET 0) l
            CROSS JOIN LATERAL (SELECT array_agg(number ORDER BY number) AS step_numbers,
                                       array_agg(date ORDER BY number) AS step_dates,
                                       array_agg(cast(coalesce(data ->> 'newRate', data ->> 'rate') AS numeric)
                                                 ORDER BY number) AS step_rates
                                FROM loan_event
                                WHERE loan_id = b.loan_id AND date >= b.due_date AND number > b.rates_behind
                                  AND kind IN ('Repriced', 'RateTermsChanged')) r
            """;
    private static final String OF_LOAN = BILLS.formatted("bill") + " WHERE b.loan_id = $1 ORDER BY b.number";
    private static final String OF_LOANS =
            BILLS.formatted("bill") + " WHERE b.loan_id = ANY ($1) ORDER BY b.loan_id, b.number";
    private static final String UNPAID =
            BILLS.formatted("bill") + " WHERE b.loan_id = ANY ($1) AND b.state <> 'PAID' ORDER BY b.loan_id, b.number";
    // The same for each bill that is named.
    private static final String PAID = BILLS.formatted("""
            unnest($1::uuid[], $2::int[]) AS n (loan_id, number)
            CROSS JOIN LATERAL (SELECT * FROM bill WHERE loan_id = n.loan_id AND number = n.number OFFSET 0)""") + " WHERE b.state = 'PAID'";

    @Override
    public Uni<Void> saveAll(Tx tx, Collection<? extends Bill> bills) {
        return bills.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(tx, SAVE, BillColumns.of(List.copyOf(bills))).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Tx tx, UUID loanId, int number) {
        return run(tx, REMOVE, Tuple.of(loanId, number)).replaceWithVoid();
    }

    @Override
    public Uni<List<Bill>> listOfLoan(Tx tx, UUID loanId) {
        return run(tx, OF_LOAN, Tuple.of(loanId))
                .map(rows -> stream(rows).map(PgBills::bill).toList());
    }

    @Override
    public Uni<List<Bill>> listOfLoans(Tx tx, Collection<UUID> loanIds) {
        return run(tx, OF_LOANS, Tuple.of(loanIds.toArray(UUID[]::new)))
                .map(rows -> stream(rows).map(PgBills::bill).toList());
    }

    @Override
    public Uni<List<Bill.Unpaid>> listUnpaid(Tx tx, Collection<UUID> loanIds) {
        return run(tx, UNPAID, Tuple.of(loanIds.toArray(UUID[]::new)))
                .map(rows -> stream(rows)
                        .map(PgBills::bill)
                        .map(Bill.Unpaid.class::cast)
                        .toList());
    }

    @Override
    public Uni<List<Bill.Paid>> listPaid(Tx tx, List<UUID> loanIds, List<Integer> numbers) {
        return run(tx, PAID, Tuple.of(loanIds.toArray(UUID[]::new), numbers.toArray(Integer[]::new)))
                .map(rows -> stream(rows)
                        .map(PgBills::bill)
                        .map(Bill.Paid.class::cast)
                        .toList());
    }

    private static Bill bill(Row row) {
        var facts = new BillFacts(
                row.getUUID("loan_id"),
                row.getInteger("number"),
                row.getLocalDate("due_date"),
                lastInTime(row),
                row.getLong("principal"),
                row.getLong("interest"),
                AnnualRate.of(row.getBigDecimal("rate")),
                since(row),
                new LateRule(
                        row.getBigDecimal("late_multiplier"),
                        row.getInteger("late_grace_days"),
                        DayCount.valueOf(row.getString("late_day_count")),
                        row.getBoolean("late_compound")));
        int attempts = row.getInteger("attempts");
        Optional<Turn> turn = Optional.ofNullable(row.getLocalDate("collect_on"))
                .map(day -> new Turn(
                        day,
                        Optional.ofNullable(row.getOffsetDateTime("collect_from"))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("collect_behind"))));
        return switch (row.getString("state")) {
            case "DUE" ->
                new Bill.Due(facts, open(row), attempts, row.getBoolean("turn_missed"), overdueFrom(row, facts), turn);
            case "OVERDUE" -> new Bill.Overdue(facts, open(row), attempts, turn);
            case "PAID" -> new Bill.Paid(facts, row.getLocalDate("paid_on"), row.getLong("penalty_paid"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static List<RateStep> since(Row row) {
        Long[] numbers = row.getArrayOfLongs("step_numbers");
        return numbers == null
                ? List.of()
                : IntStream.range(0, numbers.length)
                        .mapToObj(i -> new RateStep(
                                row.getArrayOfLocalDates("step_dates")[i],
                                AnnualRate.of(row.getArrayOfNumerics("step_rates")[i].bigDecimalValue()),
                                numbers[i]))
                        .toList();
    }

    private static LocalDate lastInTime(Row row) {
        LocalDate moved = row.getLocalDate("last_in_time");
        return moved == null ? row.getLocalDate("due_date") : moved;
    }

    private static LocalDate overdueFrom(Row row, BillFacts facts) {
        LocalDate kept = row.getLocalDate("overdue_from");
        return kept == null ? facts.overdueFrom() : kept;
    }

    private static BillRest open(Row row) {
        LocalDate chargedTo = row.getLocalDate("charged_to");
        LocalDate lastInTime = lastInTime(row);
        LocalDate seenTo = row.getLocalDate("seen_to");
        long waived = row.getLong("penalty_waived");
        long compoundPaid = row.getLong("compound_paid");
        return new BillRest(
                row.getLong("principal_open"),
                row.getLong("interest_open"),
                new LateAccrual.Gathered(
                        chargedTo.isAfter(lastInTime) ? chargedTo : lastInTime,
                        charge(row, "penalty", row.getLong("penalty_paid") + waived - compoundPaid),
                        charge(row, "compound", compoundPaid)),
                waived,
                seenTo == null ? chargedTo : seenTo);
    }

    private static LateAccrual.Charge charge(Row row, String kind, long paid) {
        BigDecimal numerator = row.getBigDecimal(kind + "_numerator");
        Accrual total = numerator == null
                ? Accrual.NONE
                : Accrual.of(
                        numerator.toBigIntegerExact(),
                        row.getBigDecimal(kind + "_denominator").toBigIntegerExact());
        return new LateAccrual.Charge(total, paid);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
