-- The same work for the loans with ids in (?, ?], as one statement: bill, order as it is concluded, transfer, entries,
-- balances, loan, its events, what others are told and whom. Each row once, in its last state.
WITH due AS MATERIALIZED (
    SELECT l.id, l.customer_id, l.billed + 1 AS number, l.next_due, l.rate, l.version, i.interest, uuidv7() AS transfer_id,
           CASE WHEN l.instalments_left = 1 THEN l.outstanding ELSE l.instalment - i.interest END AS principal,
           c.token, c.token NOT LIKE 'closed%' AS pays,
           'instalment-' || l.id || '-' || (l.billed + 1) || '-1' AS reference
    FROM loan l JOIN card c ON c.customer_id = l.customer_id AND c.preferred
    CROSS JOIN LATERAL (SELECT round(l.outstanding * l.rate / 12)::bigint AS interest) i
    WHERE l.state = 'ACTIVE' AND l.next_due <= DATE '2026-12-22' AND l.id > ?::uuid AND l.id <= ?::uuid
    ORDER BY l.id FOR UPDATE OF l),
billed AS (
    INSERT INTO bill (loan_id, number, due_date, principal, interest, rate, state, principal_open, interest_open,
                      penalty_open, penalty_paid, charged_to, attempts, collect_on, paid_on)
    SELECT id, number, next_due, principal, interest, rate, CASE WHEN pays THEN 'PAID' ELSE 'DUE' END,
           CASE WHEN pays THEN 0 ELSE principal END, CASE WHEN pays THEN 0 ELSE interest END, 0, 0, next_due,
           CASE WHEN pays THEN 0 ELSE 1 END, CASE WHEN NOT pays THEN next_due END, CASE WHEN pays THEN next_due END
    FROM due),
ordered AS (
    INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date, state,
                            transaction_id, reason, placed_at, concluded_at, attend_at, attempts)
    SELECT reference, 'DEBIT', 'INSTALMENT', id, number::text, token, principal + interest, next_due,
           CASE WHEN pays THEN 'SUCCEEDED' ELSE 'FAILED' END, transfer_id::text,
           CASE WHEN NOT pays THEN 'ACCOUNT_CLOSED' END, now(), now(), now(), 1
    FROM due),
posted AS (
    INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
    SELECT transfer_id, reference, 'INSTALMENT', id, principal + interest, next_due, 'INSTALMENT ' || number
    FROM due WHERE pays
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id),
entered AS (
    INSERT INTO entry (transfer_id, line, account_id, amount)
    SELECT d.transfer_id, v.line, v.account, v.amount
    FROM due d JOIN posted p ON p.id = d.transfer_id
    JOIN account a ON a.owner = d.id AND a.code = 'LOAN_PRINCIPAL'
    CROSS JOIN (SELECT min(id) FILTER (WHERE code = 'RAIL_CLEARING') AS clearing,
                       min(id) FILTER (WHERE code = 'INTEREST_INCOME') AS income
                FROM account WHERE owner = '00000000-0000-0000-0000-000000000000') bank
    CROSS JOIN LATERAL (VALUES (1::smallint, bank.clearing, d.principal + d.interest), (2::smallint, bank.income, -d.interest),
                               (3::smallint, a.id, -d.principal)) v (line, account, amount)),
moved AS (
    UPDATE loan l
    SET outstanding = l.outstanding - d.principal, instalments_left = l.instalments_left - 1, billed = l.billed + 1,
        accrued_to = l.next_due, next_due = (l.next_due + interval '1 month')::date,
        version = l.version + CASE WHEN d.pays THEN 2 ELSE 1 END
    FROM due d WHERE l.id = d.id),
recorded AS (
    INSERT INTO loan_event (loan_id, number, kind, date, data)
    SELECT id, version + 1, 'Billed', next_due, jsonb_build_object(
               'date', next_due, 'number', number, 'principal', principal, 'interest', interest)
    FROM due
    UNION ALL
    SELECT id, version + 2, 'InstalmentPaid', next_due, jsonb_build_object(
               'date', next_due, 'number', number, 'amount', principal + interest)
    FROM due WHERE pays)
INSERT INTO outbox_event (id, type, subject, occurred_at, data, subscribers)
SELECT uuidv7(), e.type, d.id::text, now(), json_build_object(
           'loanId', d.id, 'customerId', d.customer_id, 'number', d.number, e.day, d.next_due,
           'amount', d.principal + d.interest)::text,
       'loan-service,care-service,contract-service'
FROM due d
CROSS JOIN (VALUES ('anju.instalment.due.v1', 'dueDate'), ('anju.instalment.paid.v1', 'date')) e (type, day)
WHERE d.pays OR e.type = 'anju.instalment.due.v1'
