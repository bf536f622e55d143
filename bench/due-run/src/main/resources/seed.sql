-- :n loans, all due on 2026-12-22, each paid out on 2026-11-22; one card in 50 is closed. The triggers of the ledger are
-- away while this is laid, and back before anything is measured; the books balance.
ALTER TABLE account DISABLE TRIGGER USER;
ALTER TABLE transfer DISABLE TRIGGER USER;
ALTER TABLE entry DISABLE TRIGGER USER;

CREATE TEMP TABLE seed AS
SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid AS id, g, p,
       round(p * (0.035 / 12) / (1 - power(1 + 0.035 / 12, -360)))::bigint AS instalment
FROM (SELECT g, 50000000 + (g * 7919 % 100000) * 1000 AS p FROM generate_series(1, :n::bigint) g) x;

INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal, annual_rate, months, method,
                  start_date, first_due_date, due_day, payee, outstanding, rate, instalment, instalments_left,
                  interest_only_left, billed, accrued_to, accrual_numerator, accrual_denominator, next_due, version)
SELECT id, id, id, id, 1, 'ACTIVE', p, 0.035, 360, 'EQUAL_INSTALMENT', DATE '2026-11-22', DATE '2026-12-22', 22, 'escrow',
       p, 0.035, instalment, 360, 0, 0, DATE '2026-11-22', 0, 1, DATE '2026-12-22', 1
FROM seed;
INSERT INTO loan_event (loan_id, number, kind, date, data)
SELECT id, 1, 'Disbursed', DATE '2026-11-22', jsonb_build_object('date', '2026-11-22', 'amount', p) FROM seed;
INSERT INTO card (id, customer_id, state, binding_id, token, last4, bank, preferred)
SELECT id, id, 'BOUND', 'b', CASE WHEN g % 50 = 0 THEN 'closed-' ELSE 'tok_' END || to_hex(g), '0000', 'bank', true
FROM seed;
INSERT INTO account (owner, code, side, balance) SELECT id, 'LOAN_PRINCIPAL', 1, p FROM seed;
INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
SELECT id, 'disbursement-' || id, 'DISBURSEMENT', id, p, DATE '2026-11-22', 'DISBURSEMENT' FROM seed;
INSERT INTO entry (transfer_id, line, account_id, amount)
SELECT s.id, 1, a.id, s.p FROM seed s JOIN account a ON a.owner = s.id
UNION ALL
SELECT s.id, 2, (SELECT id FROM account WHERE code = 'RAIL_CLEARING'), -s.p FROM seed s;

DROP TABLE seed;
ALTER TABLE account ENABLE TRIGGER USER;
ALTER TABLE transfer ENABLE TRIGGER USER;
ALTER TABLE entry ENABLE TRIGGER USER;
ALTER TABLE transfer ENABLE ALWAYS TRIGGER transfer_is_final;
ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_final;
