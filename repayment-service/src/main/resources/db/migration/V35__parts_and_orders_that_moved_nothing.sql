-- A debit may accept a part where there is not all.
ALTER TABLE rail_order
    ADD COLUMN part_accepted boolean NOT NULL DEFAULT false,
    -- Fen that moved, where less did than was ordered.
    ADD COLUMN moved         bigint,
    -- Business date from which nobody carries it or asks any more.
    ADD COLUMN parked_on     date,
    ADD CONSTRAINT rail_order_part_of_a_card CHECK (NOT part_accepted OR kind = 'DEBIT'),
    ADD CONSTRAINT rail_order_moved CHECK (
        moved IS NULL OR (state = 'SUCCEEDED' AND part_accepted AND moved >= 1 AND moved < amount));

-- Two remedies more, both by two people: the files show that an order moved nothing, which ends it as failed; and what a
-- payout has left with its payee is back.
ALTER TABLE rail_break DROP CONSTRAINT rail_break_remedy;
ALTER TABLE rail_break ADD CONSTRAINT rail_break_remedy CHECK (
    remedy IN ('EXPLAINED', 'BOOKED', 'TO_COUNTER', 'WITHDRAWN', 'ORDERED_AGAIN', 'NOT_DONE', 'RETURNED', 'AGREED',
               'CORRECTED'));

-- Orders that nobody has asked about since before this was kept: since they were noted as a break at the latest.
UPDATE rail_order o
SET parked_on = greatest(o.business_date, (SELECT max((b.found_at AT TIME ZONE 'Asia/Shanghai')::date)
                                           FROM rail_break b WHERE b.reference = o.reference))
WHERE o.state IN ('PLACED', 'SENT') AND o.attend_at = 'infinity';
-- Those whose break was explained away are a break again, so that they can be ended.
INSERT INTO rail_break (id, source, kind, reference, ours, theirs, found_at)
SELECT gen_random_uuid(), CASE WHEN o.kind IN ('WALLET_DEBIT', 'WALLET_RETURN') THEN 'WALLET' ELSE 'RAIL' END,
       'STATUS_DIFFERS', o.reference, o.state || ' ' || o.amount, 'nobody asks', now()
FROM rail_order o
WHERE o.state IN ('PLACED', 'SENT') AND o.attend_at = 'infinity'
  AND NOT EXISTS (SELECT FROM rail_break b WHERE b.reference = o.reference AND b.state <> 'RESOLVED');
-- What payouts have left with their payees, and the counter has to get back, of loans that are still to be paid out.
INSERT INTO rail_break (id, source, date, comparison, kind, reference, ours, theirs, found_at, overtakes)
SELECT gen_random_uuid(), b.source, b.date, b.comparison, 'MISSING_AT_RAIL', b.reference, 'TO_COUNTER ' || b.suspense,
       'none', now(), b.id
FROM rail_break b
JOIN rail_order o ON o.reference = b.reference AND o.kind = 'PAYOUT' AND o.state = 'FAILED'
JOIN loan l ON l.id = o.loan_id AND l.state = 'OPENING'
WHERE b.remedy = 'TO_COUNTER' AND b.state = 'RESOLVED' AND b.suspense < 0 AND b.overtaken_by IS NULL;
