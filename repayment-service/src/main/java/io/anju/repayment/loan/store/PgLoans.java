package io.anju.repayment.loan.store;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.ContractStanding;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Loans in the tables loan and loan_event. */
@ApplicationScoped
class PgLoans implements Loans {

    private static final String OPEN = """
            INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal, annual_rate,
                              months, method, interest_only, start_date, first_due_date, due_day, payee,
                              reference_rate, spread, repricing_months, frequency, first_period, split_period, day_count,
                              late_multiplier, late_grace_days, late_day_count, late_compound, holidays,
                              prepayment_minimum, compensation_months, compensation_share, part_collection,
                              repricing_day)
            VALUES ($1, $2, $3, $4, $5, 'OPENING', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)
            ON CONFLICT (application_id, tranche) DO NOTHING
            """;
    private static final String FIND = "SELECT * FROM loan WHERE id = $1";
    private static final String OF_CUSTOMER =
            "SELECT * FROM loan WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    private static final String SAVE = """
            WITH saved AS (
            UPDATE loan l
            SET state = c.state, start_date = c.start_date, first_due_date = c.first_due_date, outstanding = c.outstanding, rate = c.rate::numeric,
                instalment = c.instalment, instalments_left = c.instalments_left,
                interest_only_left = c.interest_only_left, billed = c.billed, accrued_to = c.accrued_to,
                accrual_numerator = c.accrual_numerator::numeric,
                accrual_denominator = c.accrual_denominator::numeric,
                next_due = c.next_due, next_repricing = c.next_repricing, held_by = c.held_by,
                settled_on = CASE c.state WHEN 'SETTLED' THEN c.over_on END,
                cancelled_on = CASE c.state WHEN 'CANCELLED' THEN c.over_on END, version = l.version + c.events
            FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::date[], $6::bigint[], $7::text[],
                        $8::bigint[], $9::int[], $10::int[], $11::int[], $12::date[], $13::text[], $14::text[],
                        $15::date[], $16::date[], $17::text[], $18::date[], $19::date[])
                AS c (id, version, events, state, start_date, outstanding, rate, instalment, instalments_left,
                      interest_only_left, billed, accrued_to, accrual_numerator, accrual_denominator, next_due,
                      next_repricing, held_by, over_on, first_due_date)
            WHERE l.id = c.id AND l.version = c.version
            RETURNING l.id),
            recorded AS (
            INSERT INTO loan_event (loan_id, number, kind, date, data)
            SELECT e.loan_id, e.number, e.kind, e.date, e.data::jsonb
            FROM unnest($20::uuid[], $21::bigint[], $22::text[], $23::date[], $24::text[])
                AS e (loan_id, number, kind, date, data))
            SELECT count(*) FROM saved
            """;
    private static final String EVENTS = """
            WITH reversed AS MATERIALIZED (
                SELECT data -> 'takesBack' AS numbers, data -> 'settlement' AS settlement FROM loan_event
                WHERE loan_id = $1 AND kind IN ('PaymentReversed', 'PrepaymentReversed'))
            SELECT e.data::text FROM loan_event e
            WHERE e.loan_id = $1 AND e.kind = $2
              AND NOT EXISTS (
                  SELECT FROM reversed WHERE numbers @> to_jsonb(e.number) OR settlement @> to_jsonb(e.number))
            ORDER BY e.number LIMIT $3
            """;
    private static final String ALL_EVENTS =
            "SELECT kind, data::text AS data FROM loan_event WHERE loan_id = $1 ORDER BY number LIMIT $2";
    private static final String SINCE =
            "SELECT kind FROM loan_event WHERE loan_id = $1 AND number > $2 ORDER BY number LIMIT $3";
    private static final String FOR_UPDATE = "SELECT * FROM loan WHERE id = ANY ($1) ORDER BY id FOR UPDATE";
    private static final String ACTIVE =
            "SELECT * FROM loan WHERE id = ANY ($1) AND state = 'ACTIVE' ORDER BY id FOR UPDATE";
    private static final String HAS_ACTIVE =
            "SELECT EXISTS (SELECT FROM loan WHERE customer_id = $1 AND state NOT IN ('SETTLED', 'CANCELLED'))";
    // A statement of its own: the next one sees what the holder before has committed.
    private static final String HOLD_CONTRACT = "SELECT pg_advisory_xact_lock(hashtextextended('contract ' || $1, 0))";
    private static final String CONTRACT_STANDING = """
            SELECT count(*) FILTER (WHERE state NOT IN ('SETTLED', 'CANCELLED')) = 0,
                   coalesce(sum(principal) FILTER (WHERE state <> 'CANCELLED'), 0)::bigint, max(settled_on)
            FROM loan WHERE contract_id = $1
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final EventRows events;
    private final PublicHolidays holidays;

    PgLoans(EventRows events, PublicHolidays holidays) {
        this.events = events;
        this.holidays = holidays;
    }

    @Override
    public Uni<Boolean> open(Tx tx, Agreement agreement) {
        var terms = agreement.terms();
        Tuple values = Tuple.tuple()
                .addUUID(agreement.id())
                .addUUID(agreement.customerId())
                .addUUID(agreement.applicationId())
                .addUUID(agreement.contractId())
                .addShort((short) agreement.tranche())
                .addLong(terms.principal())
                .addBigDecimal(terms.annualRate().fraction())
                .addInteger(terms.instalments())
                .addString(terms.method().name())
                .addInteger(terms.interestOnly())
                .addLocalDate(terms.startDate())
                .addLocalDate(terms.firstDueDate())
                .addShort((short) terms.dueDay())
                .addString(agreement.payee());
        switch (agreement.basis()) {
            case RateBasis.Fixed fixed ->
                values.addString(null).addBigDecimal(null).addShort(null);
            case RateBasis.Floating floating ->
                values.addString(floating.tenor().name())
                        .addBigDecimal(floating.spread().fraction())
                        .addShort((short) floating.cycleMonths());
        }
        return run(tx, OPEN, ConditionColumns.addTo(values, agreement.conditions()))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<StoredLoan<Loan>>> find(Tx tx, UUID id) {
        return run(tx, FIND, Tuple.of(id))
                .flatMap(rows -> read(tx, rows))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<StoredLoan<Loan>>> findForUpdate(Tx tx, UUID id) {
        return run(tx, FIND + " FOR UPDATE", Tuple.of(id))
                .flatMap(rows -> read(tx, rows))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<StoredLoan<Loan>>> listOfCustomer(Tx tx, UUID customerId, Optional<UUID> after, int limit) {
        return run(tx, OF_CUSTOMER, Tuple.of(customerId, after.orElse(FIRST), limit))
                .flatMap(rows -> read(tx, rows));
    }

    @Override
    public Uni<Void> saveAll(Tx tx, Collection<LoanChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<LoanChange> ordered = List.copyOf(changes);
        return run(tx, SAVE, events.addTo(ChangeColumns.of(ordered), ordered))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) != ordered.size()) {
                        throw new IllegalStateException("a loan changed that was read for update");
                    }
                })
                .flatMap(saved -> saveAgreed(tx, AgreedColumns.of(ordered)));
    }

    private static Uni<Void> saveAgreed(Tx tx, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : PgTx.connection(tx)
                        .preparedQuery(AgreedColumns.SAVE)
                        .executeBatch(rows)
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<LoanEvent>> listAllEvents(Tx tx, UUID loanId, int limit) {
        return run(tx, ALL_EVENTS, Tuple.of(loanId, limit))
                .map(rows -> stream(rows)
                        .map(row -> events.read(row.getString("data"), row.getString("kind")))
                        .toList());
    }

    @Override
    public <E extends LoanEvent> Uni<List<E>> listEvents(Tx tx, UUID loanId, Class<E> kind, int limit) {
        return run(tx, EVENTS, Tuple.of(loanId, EventRows.kind(kind), limit))
                .map(rows -> stream(rows)
                        .map(row -> events.read(row.getString(0), kind))
                        .toList());
    }

    @Override
    public Uni<List<String>> listHappenedSince(Tx tx, UUID loanId, long version, int limit) {
        return run(tx, SINCE, Tuple.of(loanId, version, limit))
                .map(rows -> stream(rows)
                        .map(row -> EventRows.code(row.getString("kind")))
                        .toList());
    }

    @Override
    public Uni<List<StoredLoan<Loan>>> listForUpdate(Tx tx, Collection<UUID> ids) {
        return run(tx, FOR_UPDATE, Tuple.of(ids.toArray(UUID[]::new))).flatMap(rows -> read(tx, rows));
    }

    @Override
    public Uni<List<StoredLoan<Loan.Active>>> listActiveForUpdate(Tx tx, Collection<UUID> ids) {
        return run(tx, ACTIVE, Tuple.of(ids.toArray(UUID[]::new)))
                .flatMap(rows -> read(tx, rows))
                .map(found -> found.stream()
                        .map(stored -> new StoredLoan<>((Loan.Active) stored.loan(), stored.version()))
                        .toList());
    }

    @Override
    public Uni<Boolean> hasActive(Tx tx, UUID customerId) {
        return run(tx, HAS_ACTIVE, Tuple.of(customerId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<ContractStanding> standingOf(Tx tx, UUID contractId) {
        return run(tx, HOLD_CONTRACT, Tuple.of(contractId.toString()))
                .flatMap(held -> run(tx, CONTRACT_STANDING, Tuple.of(contractId)))
                .map(rows -> rows.iterator().next())
                .map(row -> new ContractStanding(row.getBoolean(0), row.getLong(1), row.getLocalDate(2)));
    }

    /** The calendar is asked for only where it says when a loan falls due. */
    private Uni<List<StoredLoan<Loan>>> read(Tx tx, RowSet<Row> rows) {
        List<Row> all = stream(rows).toList();
        Uni<BusinessDays> days = all.stream().anyMatch(LoanRow::movesForHolidays)
                ? holidays.whole(tx)
                : Uni.createFrom().item(BusinessDays.WEEKENDS);
        return days.map(
                calendar -> all.stream().map(row -> LoanRow.read(row, calendar)).toList());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
