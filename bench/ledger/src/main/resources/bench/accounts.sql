-- Loans whose principal was paid out, and a second ledger of the same shape beside ours: the same columns, indexes and
-- CHECKs, foreign keys where ours has triggers, no trigger. What a careful hand writes who trusts the writer.
INSERT INTO account (owner, code, side, balance)
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'LOAN_PRINCIPAL', 1, 0
    FROM generate_series(1, :loans) i;;
WITH loans AS MATERIALIZED (SELECT uuidv7() AS id, owner, id AS account FROM account WHERE code = 'LOAN_PRINCIPAL'),
     posted AS (
         INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
         SELECT id, 'out-' || owner, 'DISBURSEMENT', owner, 1000000000000, current_date - 31, 'PAYOUT' FROM loans)
INSERT INTO entry (transfer_id, line, account_id, amount)
    SELECT l.id, v.line, v.account, v.amount
    FROM loans l, (SELECT id FROM account WHERE code = 'RAIL_CLEARING') clearing,
         LATERAL (VALUES (1::smallint, l.account, 1000000000000), (2::smallint, clearing.id, -1000000000000))
             AS v (line, account, amount);;
CREATE SCHEMA peer;;
CREATE TABLE peer.account (LIKE account INCLUDING ALL);;
CREATE TABLE peer.transfer (LIKE transfer INCLUDING ALL);;
CREATE TABLE peer.entry (LIKE entry INCLUDING ALL);;
INSERT INTO peer.account OVERRIDING SYSTEM VALUE SELECT * FROM account;;
INSERT INTO peer.transfer SELECT * FROM transfer;;
INSERT INTO peer.entry SELECT * FROM entry;;
ALTER TABLE peer.transfer ADD FOREIGN KEY (reverses) REFERENCES peer.transfer;;
ALTER TABLE peer.entry ADD FOREIGN KEY (transfer_id) REFERENCES peer.transfer;;
GRANT USAGE ON SCHEMA peer TO PUBLIC;;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA peer TO PUBLIC;;
VACUUM ANALYZE;;
CHECKPOINT
