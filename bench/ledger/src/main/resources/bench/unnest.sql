WITH posted AS (
    INSERT INTO peer.transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference, reverses)
    SELECT id, key, 'INSTALMENT', loan, 449045, current_date, 'INSTALMENT 1', NULL
    FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS t (id, key, loan)
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id, loan_id),
entered AS (
    INSERT INTO peer.entry (transfer_id, line, account_id, amount)
    SELECT p.id, v.line, v.account, v.amount
    FROM posted p JOIN peer.account a ON a.owner = p.loan_id AND a.code = 'LOAN_PRINCIPAL',
         (SELECT id FROM peer.account WHERE code = 'RAIL_CLEARING' LIMIT 1) clearing,
         (SELECT id FROM peer.account WHERE code = 'INTEREST_INCOME' LIMIT 1) income,
         LATERAL (VALUES (1::smallint, clearing.id, 449045::bigint), (2::smallint, income.id, -291667::bigint),
                         (3::smallint, a.id, -157378::bigint)) AS v (line, account, amount)
    RETURNING account_id, amount),
moved AS MATERIALIZED (SELECT account_id, sum(amount)::bigint AS amount FROM entered GROUP BY account_id),
kept AS MATERIALIZED (
    SELECT a.id FROM peer.account a WHERE a.id IN (SELECT account_id FROM moved) AND a.balance IS NOT NULL
    ORDER BY a.id FOR NO KEY UPDATE)
UPDATE peer.account a SET balance = a.balance + a.side * m.amount
FROM kept k JOIN moved m ON m.account_id = k.id WHERE a.id = k.id
