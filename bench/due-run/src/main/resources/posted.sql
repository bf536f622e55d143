-- Third of three steps: what the rail says. Order, bill, transfer, entries, loan, its event, what others are told.
WITH told AS MATERIALIZED (
    SELECT o.reference, o.loan_id, o.amount, o.account NOT LIKE 'closed%' AS pays, b.number, b.principal, b.interest,
           b.due_date, l.customer_id, l.version, uuidv7() AS transfer_id
    FROM rail_order o
    JOIN loan l ON l.id = o.loan_id
    JOIN bill b ON b.loan_id = o.loan_id AND b.number = o.subject::int
    WHERE o.state = 'SENT' AND o.loan_id > ?::uuid AND o.loan_id <= ?::uuid
    ORDER BY o.reference FOR UPDATE OF o, l),
concluded AS (
    UPDATE rail_order o
    SET state = CASE WHEN t.pays THEN 'SUCCEEDED' ELSE 'FAILED' END, transaction_id = t.transfer_id::text,
        reason = CASE WHEN NOT t.pays THEN 'ACCOUNT_CLOSED' END, concluded_at = now()
    FROM told t WHERE o.reference = t.reference),
settled AS (
    UPDATE bill b
    SET state = CASE WHEN t.pays THEN 'PAID' ELSE 'DUE' END,
        principal_open = CASE WHEN t.pays THEN 0 ELSE b.principal_open END,
        interest_open = CASE WHEN t.pays THEN 0 ELSE b.interest_open END,
        collect_on = CASE WHEN NOT t.pays THEN t.due_date END, paid_on = CASE WHEN t.pays THEN t.due_date END
    FROM told t WHERE b.loan_id = t.loan_id AND b.number = t.number),
posted AS (
    INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
    SELECT transfer_id, reference, 'INSTALMENT', loan_id, amount, due_date, 'INSTALMENT ' || number
    FROM told WHERE pays
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id),
entered AS (
    INSERT INTO entry (transfer_id, line, account_id, amount)
    SELECT t.transfer_id, v.line, v.account, v.amount
    FROM told t JOIN posted p ON p.id = t.transfer_id
    JOIN account a ON a.owner = t.loan_id AND a.code = 'LOAN_PRINCIPAL'
    CROSS JOIN (SELECT min(id) FILTER (WHERE code = 'RAIL_CLEARING') AS clearing,
                       min(id) FILTER (WHERE code = 'INTEREST_INCOME') AS income
                FROM account WHERE owner = '00000000-0000-0000-0000-000000000000') bank
    CROSS JOIN LATERAL (VALUES (1::smallint, bank.clearing, t.amount), (2::smallint, bank.income, -t.interest),
                               (3::smallint, a.id, -t.principal)) v (line, account, amount)),
moved AS (
    UPDATE loan l SET version = l.version + 1 FROM told t WHERE l.id = t.loan_id AND t.pays),
recorded AS (
    INSERT INTO loan_event (loan_id, number, kind, date, data)
    SELECT loan_id, version + 1, 'InstalmentPaid', due_date, jsonb_build_object(
               'date', due_date, 'number', number, 'amount', amount)
    FROM told WHERE pays)
INSERT INTO outbox_event (id, type, subject, occurred_at, data, subscribers)
SELECT uuidv7(), 'anju.instalment.paid.v1', t.loan_id::text, now(), json_build_object(
           'loanId', t.loan_id, 'customerId', t.customer_id, 'number', t.number, 'date', t.due_date,
           'amount', t.amount)::text,
       'loan-service,care-service,contract-service'
FROM told t WHERE t.pays
