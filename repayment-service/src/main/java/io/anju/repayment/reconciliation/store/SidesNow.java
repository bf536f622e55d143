package io.anju.repayment.reconciliation.store;

/** What has become of breaks by themselves: both sides as they are by now. */
final class SidesNow {

    // What the rail moved under a break's reference, counted once, and what was posted under it by now.
    private static final String SIDES_NOW = """
            CROSS JOIN LATERAL (
                SELECT coalesce((SELECT l.moved FROM rail_line l JOIN reconciliation n USING (source, date, version)
                                 WHERE l.reference = b.reference AND l.source = b.source AND l.moved <> 0
                                 ORDER BY l.date, l.line LIMIT 1), 0) AS amount) moved
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(e.amount), 0)::bigint AS amount
                FROM entry e
                JOIN account a ON a.id = e.account_id AND a.code IN ('RAIL_CLEARING', 'WALLET_CLEARING')
                WHERE e.transfer_id IN (SELECT id FROM transfer WHERE idempotency_key = b.reference
                                        UNION ALL
                                        SELECT r.id FROM transfer p JOIN transfer r ON r.reverses = p.id
                                        WHERE p.idempotency_key = b.reference)) posted
            """;
    // The order's outcome is known and is the file's, and what was posted by now is what the rail moved.
    static final String AGREE = """
            WITH agreed AS (
                SELECT b.id FROM rail_break b JOIN rail_order o ON o.reference = b.reference
            """ + SIDES_NOW + """
                WHERE b.state <> 'RESOLVED' AND b.date IS NOT NULL AND b.suspense = 0 AND b.overtakes IS NULL
                  AND b.kind IN ('STATUS_DIFFERS', 'MISSING_AT_BANK', 'MISSING_AT_RAIL')
                  AND o.state IN ('SUCCEEDED', 'FAILED') AND (o.state = 'SUCCEEDED') = (moved.amount <> 0)
                  AND moved.amount = posted.amount
                  -- That it was credit where own funds were told of does not end by itself.
                  AND NOT (o.state = 'SUCCEEDED' AND EXISTS (
                      SELECT FROM rail_line l JOIN reconciliation n USING (source, date, version)
                      WHERE l.reference = b.reference AND l.source = b.source AND l.funds = 'CREDIT'))
                ORDER BY b.id LIMIT $2 FOR UPDATE OF b SKIP LOCKED)
            UPDATE rail_break b
            SET state = 'RESOLVED', remedy = 'AGREED', reason = 'posted and listed alike', proposed_by = NULL,
                resolved_by = 'reconciliation', resolved_at = $1
            FROM agreed WHERE b.id = agreed.id
            """;
    static final String LEFT_OVER = """
            WITH rest AS (
                SELECT b.id, moved.amount - posted.amount AS amount
                FROM rail_break b JOIN rail_order o ON o.reference = b.reference
            """ + SIDES_NOW + """
                WHERE b.state <> 'RESOLVED' AND b.date IS NOT NULL AND b.suspense = 0 AND b.kind = 'STATUS_DIFFERS'
                  AND o.state IN ('SUCCEEDED', 'FAILED')
                  AND moved.amount <> 0 AND sign(moved.amount - posted.amount) = sign(moved.amount)
                ORDER BY b.id LIMIT $1 FOR UPDATE OF b SKIP LOCKED)
            UPDATE rail_break b SET suspense = rest.amount
            FROM rest WHERE b.id = rest.id
            RETURNING b.id
            """;

    private SidesNow() {}
}
