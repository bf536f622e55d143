package io.anju.repayment.duerun.store;

import java.util.UUID;

/**
 * The queries that find what a day brings to loans; they read the tables of loan, collection and spread. Each looks day by day,
 * from the first one on which anything is left, so that an index answers it in the order of ids and a chunk reads nothing
 * but its own range. Running every day, that is a single day.
 */
final class DueWork {

    /** $1 run, $2 date. */
    static final String FIRST_DAY = """
            UPDATE due_run
            SET first_day = least($2::date,
                (SELECT min(next_due) FROM loan WHERE state = 'ACTIVE' AND next_due IS NOT NULL),
                (SELECT min(next_repricing) FROM loan WHERE state = 'ACTIVE' AND next_repricing IS NOT NULL),
                (SELECT min(effective) FROM spread_batch_loan WHERE state = 'WAITING'),
                (SELECT min(collect_on) FROM bill WHERE state <> 'PAID' AND collect_on IS NOT NULL))
            WHERE id = $1::uuid
            """;

    /**
     * $1 run, $2 date, $3 loans per chunk, $4 now. Only a run without chunks is cut. Together they hold all ids, so that
     * a loan which becomes due later is in one; neighbours share the id between them, which is done once all the same.
     */
    static final String CUT = """
            WITH due AS (
                SELECT id, row_number() OVER (ORDER BY id) AS n FROM (
                    SELECT id FROM loan WHERE state = 'ACTIVE' AND next_due <= $2::date
                    UNION SELECT id FROM loan WHERE state = 'ACTIVE' AND next_repricing <= $2::date
                    UNION SELECT loan_id FROM spread_batch_loan WHERE state = 'WAITING' AND effective <= $2::date
                    UNION SELECT loan_id FROM bill
                          WHERE state <> 'PAID' AND collect_on <= $2::date
                            AND (collect_on < $2::date OR collect_from IS NULL OR collect_from <= $4::timestamptz)) all_due
                WHERE NOT EXISTS (SELECT FROM due_run_chunk WHERE run_id = $1::uuid)),
            counted AS (
                UPDATE due_run SET loans_due = (SELECT count(*) FROM due)
                WHERE id = $1::uuid AND NOT EXISTS (SELECT FROM due_run_chunk WHERE run_id = $1::uuid)
                RETURNING id),
            bounds AS (
                SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id
                UNION SELECT id FROM due WHERE n % $3::bigint = 0 AND n < (SELECT count(*) FROM due))
            INSERT INTO due_run_chunk (run_id, number, from_loan, to_loan)
            SELECT counted.id, row_number() OVER (ORDER BY bounds.id), bounds.id,
                   lead(bounds.id, 1, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) OVER (ORDER BY bounds.id)
            FROM bounds CROSS JOIN counted
            """;

    /** $1 run, $2 date, $3 now. */
    static final String REOPEN = """
            UPDATE due_run_chunk c SET state = 'OPEN', done_to = NULL, leased_until = '-infinity'
            FROM due_run r
            WHERE c.run_id = $1::uuid AND r.id = $1::uuid AND c.state = 'DONE' AND EXISTS (
                SELECT FROM generate_series(r.first_day, $2::date, interval '1 day') AS d (day)
                WHERE EXISTS (SELECT FROM loan
                              WHERE state = 'ACTIVE' AND next_due = d.day::date
                                AND id BETWEEN c.from_loan AND c.to_loan)
                   OR EXISTS (SELECT FROM loan
                              WHERE state = 'ACTIVE' AND next_repricing = d.day::date
                                AND id BETWEEN c.from_loan AND c.to_loan)
                   OR EXISTS (SELECT FROM spread_batch_loan s JOIN loan l ON l.id = s.loan_id AND l.state = 'ACTIVE'
                              WHERE s.state = 'WAITING' AND s.effective = d.day::date
                                AND s.loan_id BETWEEN c.from_loan AND c.to_loan)
                   OR EXISTS (SELECT FROM bill
                              WHERE state <> 'PAID' AND collect_on = d.day::date
                                AND loan_id BETWEEN c.from_loan AND c.to_loan
                                AND (collect_on < $2::date OR collect_from IS NULL OR collect_from <= $3::timestamptz)))
            """;

    /** $1 date, $2 id before the first, $3 last id, $4 limit, $5 now, $6 first day. */
    static final String LIST = """
            WITH days AS (SELECT day::date FROM generate_series($6::date, $1::date, interval '1 day') AS d (day))
            SELECT id FROM (
                SELECT l.id FROM days CROSS JOIN LATERAL (
                    SELECT id FROM loan WHERE state = 'ACTIVE' AND next_due = days.day AND id > $2::uuid AND id <= $3::uuid
                    ORDER BY id LIMIT $4::int) l
                UNION
                SELECT l.id FROM days CROSS JOIN LATERAL (
                    SELECT id FROM loan WHERE state = 'ACTIVE' AND next_repricing = days.day AND id > $2::uuid AND id <= $3::uuid
                    ORDER BY id LIMIT $4::int) l
                UNION
                SELECT s.loan_id FROM days CROSS JOIN LATERAL (
                    SELECT loan_id FROM spread_batch_loan
                    WHERE state = 'WAITING' AND effective = days.day AND loan_id > $2::uuid AND loan_id <= $3::uuid
                    ORDER BY loan_id LIMIT $4::int) s
                UNION
                SELECT b.loan_id FROM days CROSS JOIN LATERAL (
                    SELECT DISTINCT loan_id FROM bill
                    WHERE state <> 'PAID' AND collect_on = days.day AND loan_id > $2::uuid AND loan_id <= $3::uuid
                      AND (collect_on < $1::date OR collect_from IS NULL OR collect_from <= $5::timestamptz)
                    ORDER BY loan_id LIMIT $4::int) b) due
            ORDER BY id LIMIT $4::int
            """;

    private DueWork() {}

    /** The id before this one in PostgreSQL's order; nothing is before the first. */
    static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        long high = id.getMostSignificantBits();
        if (low == 0 && high == 0) {
            return id;
        }
        return new UUID(low == 0 ? high - 1 : high, low - 1);
    }
}
