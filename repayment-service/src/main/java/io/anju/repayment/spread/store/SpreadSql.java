package io.anju.repayment.spread.store;

/** The statements over batches and their loans; those that choose loans read the table loan. */
final class SpreadSql {

    /** $1 products, $2 tenor, $3 day before which they were paid out, $4 spread above which, $5 what it comes down to. */
    private static final String CHOSEN = """
            FROM loan
            WHERE state = 'ACTIVE' AND instalments_left > 0 AND spread > greatest($4::numeric, $5::numeric)
              AND ($2::text IS NULL OR reference_rate = $2::text) AND ($3::date IS NULL OR start_date < $3::date)
            """;

    private static final String OF_PRODUCT = "(cardinality($1::text[]) = 0 OR product = ANY ($1::text[]))";

    static final String PREVIEW = "SELECT count(*) FILTER (WHERE " + OF_PRODUCT + "), "
            + "coalesce(sum(outstanding) FILTER (WHERE " + OF_PRODUCT + "), 0)::bigint, "
            + "coalesce(round(sum(outstanding * (spread - $5::numeric)) FILTER (WHERE " + OF_PRODUCT
            + ")), 0)::bigint, "
            + "count(*) FILTER (WHERE product IS NULL AND NOT cardinality($1::text[]) = 0) " + CHOSEN;

    static final String ADD = """
            INSERT INTO spread_batch (id, products, tenor, started_before, above, lowered_to, floor, effective, reason,
                                      preview_loans, preview_principal, preview_interest, preview_unknown,
                                      proposed_by, proposed_at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'PROPOSED')
            """;

    static final String DECIDE = """
            UPDATE spread_batch SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1 AND state = 'PROPOSED'
            """;

    /** One at a time is under way, so that the loans of one batch are counted at most; those of done ones are kept. */
    static final String READ = """
            SELECT b.*, p.waiting, coalesce(b.lowered, p.lowered) AS now_lowered, coalesce(b.left_alone, p.left_alone) AS now_left
            FROM spread_batch b CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE s.state = 'WAITING') AS waiting,
                       count(*) FILTER (WHERE s.state = 'LOWERED') AS lowered,
                       count(*) FILTER (WHERE s.state = 'LEFT') AS left_alone
                FROM spread_batch_loan s WHERE s.batch_id = b.id AND b.state IN ('LISTING', 'RUNNING')) p
            """;

    static final String FIND = READ + " WHERE b.id = $1";

    static final String LIST = READ + " WHERE b.id < $1 ORDER BY b.id DESC LIMIT $2";

    static final String LOANS = """
            SELECT * FROM spread_batch_loan WHERE batch_id = $1 AND loan_id > $2 ORDER BY loan_id LIMIT $3
            """;

    // Two approvals at once wait for each other.
    static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('spread batches', 0))";

    static final String UNDER_WAY = "SELECT id FROM spread_batch WHERE state IN ('LISTING', 'RUNNING')";

    static final String BEING_LISTED = """
            SELECT *, 0::bigint AS waiting, 0::bigint AS now_lowered, 0::bigint AS now_left
            FROM spread_batch WHERE state = 'LISTING' FOR UPDATE SKIP LOCKED
            """;

    /** As {@code CHOSEN}; $6 batch, $7 behind which id, $8 limit, $9 first day of the new spread. */
    static final String LIST_NEXT = "WITH next AS (SELECT id " + CHOSEN + " AND " + OF_PRODUCT + """
             AND id > $7::uuid ORDER BY id LIMIT $8::int),
            listed AS (
                INSERT INTO spread_batch_loan (batch_id, loan_id, effective, state)
                SELECT $6::uuid, id, $9::date, 'WAITING' FROM next
                ON CONFLICT DO NOTHING)
            SELECT id FROM next ORDER BY id
            """;

    static final String LISTED = "UPDATE spread_batch SET state = $2, listed_to = $3 WHERE id = $1";

    /** $1 loans, $2 day. */
    static final String DUE = """
            SELECT s.loan_id, s.batch_id, s.effective, b.above, b.lowered_to, b.floor
            FROM spread_batch_loan s JOIN spread_batch b ON b.id = s.batch_id
            WHERE s.loan_id = ANY ($1) AND s.state = 'WAITING' AND s.effective <= $2
            """;

    static final String CONCLUDE = """
            UPDATE spread_batch_loan s
            SET state = CASE WHEN c.reason IS NULL THEN 'LOWERED' ELSE 'LEFT' END, reason = c.reason,
                old_spread = c.old_spread::numeric, new_spread = c.new_spread::numeric,
                old_rate = c.old_rate::numeric, new_rate = c.new_rate::numeric
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                AS c (loan_id, reason, old_spread, new_spread, old_rate, new_rate)
            WHERE s.loan_id = c.loan_id AND s.state = 'WAITING'
            """;

    /** $1 today, $2 limit. Nothing falls due of a loan that is over: no run comes to it. */
    static final String LEAVE_ENDED = """
            WITH next AS (
                SELECT s.batch_id, s.loan_id FROM spread_batch_loan s JOIN loan l ON l.id = s.loan_id
                WHERE s.state = 'WAITING' AND s.effective <= $1 AND l.state <> 'ACTIVE'
                LIMIT $2 FOR UPDATE OF s SKIP LOCKED)
            UPDATE spread_batch_loan s SET state = 'LEFT', reason = 'LOAN_OVER'
            FROM next WHERE s.batch_id = next.batch_id AND s.loan_id = next.loan_id
            """;

    /** $1 now. */
    static final String FINISH = """
            UPDATE spread_batch b
            SET state = 'DONE', done_at = $1,
                lowered = (SELECT count(*) FROM spread_batch_loan s WHERE s.batch_id = b.id AND s.state = 'LOWERED'),
                left_alone = (SELECT count(*) FROM spread_batch_loan s WHERE s.batch_id = b.id AND s.state = 'LEFT')
            WHERE b.state = 'RUNNING'
              AND NOT EXISTS (SELECT FROM spread_batch_loan s WHERE s.batch_id = b.id AND s.state = 'WAITING')
            """;

    private SpreadSql() {}
}
