-- Loans of 1,000,000.00 yuan whose first instalment is billed and whose debit the rail has taken: each payment confirms
-- one. Nobody is told while we measure: the announcements are written and stay in the outbox.
DROP TRIGGER outbox_wake ON outbox_event;;
INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal, annual_rate, months, method,
                  start_date, first_due_date, due_day, payee, outstanding, rate, instalment, instalments_left,
                  interest_only_left, billed, accrued_to, accrual_numerator, accrual_denominator, next_due)
    SELECT id, uuidv7(), uuidv7(), uuidv7(), 1, 'ACTIVE', 100000000, 0.035, 360, 'EQUAL_INSTALMENT',
           date '2026-01-15', date '2026-02-15', 15, 'escrow-1', 99842622, 0.035, 449045, 359,
           0, 1, date '2026-02-15', 0, 1, date '2026-03-15'
    FROM (SELECT ('00000000-0000-7000-9000-' || lpad(i::text, 12, '0'))::uuid AS id FROM generate_series(1, :payments) i);;
INSERT INTO account (owner, code, side, balance) SELECT id, 'LOAN_PRINCIPAL', 1, 0 FROM loan;;
WITH loans AS MATERIALIZED (SELECT uuidv7() AS id, a.owner, a.id AS account FROM account a JOIN loan l ON l.id = a.owner),
     posted AS (
         INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
         SELECT id, 'paid-out-' || owner, 'DISBURSEMENT', owner, 100000000, current_date - 31, 'PAYOUT' FROM loans)
INSERT INTO entry (transfer_id, line, account_id, amount)
    SELECT l.id, v.line, v.account, v.amount
    FROM loans l, (SELECT id FROM account WHERE code = 'RAIL_CLEARING') clearing,
         LATERAL (VALUES (1::smallint, l.account, 100000000), (2::smallint, clearing.id, -100000000))
             AS v (line, account, amount);;
INSERT INTO bill (loan_id, number, due_date, principal, interest, rate, state, principal_open, interest_open,
                  penalty_open, charged_to, attempts)
    SELECT id, 1, current_date, 157378, 291667, 0.035, 'DUE', 157378, 291667, 0, current_date, 1 FROM loan;;
INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date, state,
                        transaction_id, placed_at, attend_at)
    SELECT 'instalment-' || id || '-1-1', 'DEBIT', 'INSTALMENT', id, '1', 'token', 449045, current_date, 'SENT',
           'rail-1', now(), now() + interval '1 day' FROM loan;;
VACUUM ANALYZE;;
CHECKPOINT
