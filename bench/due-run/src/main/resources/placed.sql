-- First of three steps of the same work, for the loans with ids in (?, ?]: bill, order, loan moved on, its event, what
-- others are told.
WITH due AS MATERIALIZED (
    SELECT l.id, l.customer_id, l.billed + 1 AS number, l.next_due, l.rate, l.version, i.interest,
           CASE WHEN l.instalments_left = 1 THEN l.outstanding ELSE l.instalment - i.interest END AS principal,
           c.token, 'instalment-' || l.id || '-' || (l.billed + 1) || '-1' AS reference
    FROM loan l JOIN card c ON c.customer_id = l.customer_id AND c.preferred
    CROSS JOIN LATERAL (SELECT round(l.outstanding * l.rate / 12)::bigint AS interest) i
    WHERE l.state = 'ACTIVE' AND l.next_due <= DATE '2026-12-22' AND l.id > ?::uuid AND l.id <= ?::uuid
    ORDER BY l.id FOR UPDATE OF l),
billed AS (
    INSERT INTO bill (loan_id, number, due_date, principal, interest, rate, state, principal_open, interest_open,
                      penalty_open, penalty_paid, charged_to, attempts)
    SELECT id, number, next_due, principal, interest, rate, 'DUE', principal, interest, 0, 0, next_due, 1
    FROM due),
ordered AS (
    INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date, state,
                            placed_at, attend_at)
    SELECT reference, 'DEBIT', 'INSTALMENT', id, number::text, token, principal + interest, next_due, 'PLACED', now(), now()
    FROM due),
moved AS (
    UPDATE loan l
    SET outstanding = l.outstanding - d.principal, instalments_left = l.instalments_left - 1, billed = l.billed + 1,
        accrued_to = l.next_due, next_due = (l.next_due + interval '1 month')::date, version = l.version + 1
    FROM due d WHERE l.id = d.id),
recorded AS (
    INSERT INTO loan_event (loan_id, number, kind, date, data)
    SELECT id, version + 1, 'Billed', next_due, jsonb_build_object(
               'date', next_due, 'number', number, 'principal', principal, 'interest', interest)
    FROM due)
INSERT INTO outbox_event (id, type, subject, occurred_at, data, subscribers)
SELECT uuidv7(), 'anju.instalment.due.v1', d.id::text, now(), json_build_object(
           'loanId', d.id, 'customerId', d.customer_id, 'number', d.number, 'dueDate', d.next_due,
           'amount', d.principal + d.interest)::text,
       'loan-service,care-service,contract-service'
FROM due d
