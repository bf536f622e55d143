-- What each payment settled of each instalment, from its posting on: without it a payment among others could not be taken
-- back. A waiver of late charges stands among them, since the order of both decides what a later payment was used for.
-- Amounts in fen.
CREATE TABLE bill_share (
    -- In the order in which things happened to a loan's bills.
    id          bigint GENERATED ALWAYS AS IDENTITY,
    loan_id     uuid   NOT NULL REFERENCES loan,
    -- The share whose place in that order this one has taken.
    in_place_of bigint,
    number      int    NOT NULL CHECK (number >= 1),
    -- The payment in the ledger, or the waiver.
    transfer_id uuid   REFERENCES transfer,
    waiver_id   uuid   REFERENCES late_waiver,
    -- Business date on which it counts for lateness.
    date        date   NOT NULL,
    -- The loan had this many events before.
    loan_version bigint NOT NULL CHECK (loan_version >= 0),
    costs       bigint NOT NULL CHECK (costs >= 0),
    penalty     bigint NOT NULL CHECK (penalty >= 0),
    interest    bigint NOT NULL CHECK (interest >= 0),
    principal   bigint NOT NULL CHECK (principal >= 0),
    -- The reversal that took it back, or by which the payment is used otherwise.
    undone_by   uuid   REFERENCES transfer,
    PRIMARY KEY (loan_id, id),
    CHECK (num_nulls(transfer_id, waiver_id) = 1),
    CHECK (costs + penalty + interest + principal > 0),
    CHECK (waiver_id IS NULL OR (costs + interest + principal = 0 AND undone_by IS NULL))
);
CREATE UNIQUE INDEX bill_share_once ON bill_share (loan_id, number, coalesce(transfer_id, waiver_id))
    WHERE undone_by IS NULL;

-- Payments posted before now name their instalment, except transfer notices, which may have paid several: those have no
-- shares and are not reversed. A waiver stands where it was decided.
INSERT INTO bill_share (loan_id, number, transfer_id, waiver_id, date, loan_version, costs, penalty, interest, principal)
SELECT s.loan_id, s.number, s.transfer_id, s.waiver_id, s.date,
       (SELECT count(*) FROM loan_event v WHERE v.loan_id = s.loan_id AND v.recorded_at < s.at),
       s.costs, s.penalty, s.interest, s.principal
FROM (SELECT t.loan_id, substring(t.reference FROM 12)::int AS number, t.id AS transfer_id, NULL::uuid AS waiver_id,
             coalesce(o.business_date, t.business_date) AS date, t.posted_at AS at,
             -coalesce(sum(e.amount) FILTER (WHERE a.code = 'FEE_INCOME'), 0) AS costs,
             -coalesce(sum(e.amount) FILTER (WHERE a.code = 'PENALTY_INCOME'), 0) AS penalty,
             -coalesce(sum(e.amount) FILTER (WHERE a.code = 'INTEREST_INCOME'), 0) AS interest,
             -coalesce(sum(e.amount) FILTER (WHERE a.code = 'LOAN_PRINCIPAL'), 0) AS principal
      FROM transfer t
      JOIN entry e ON e.transfer_id = t.id
      JOIN account a ON a.id = e.account_id
      LEFT JOIN rail_order o ON o.reference = t.idempotency_key
      WHERE t.kind = 'INSTALMENT' AND t.reference ~ '^INSTALMENT [0-9]{1,6}$'
        AND NOT EXISTS (SELECT FROM transfer r WHERE r.reverses = t.id)
      GROUP BY t.id, o.business_date
      UNION ALL
      SELECT loan_id, instalment, NULL, id, (decided_at AT TIME ZONE 'Asia/Shanghai')::date, decided_at,
             0, amount, 0, 0
      FROM late_waiver WHERE state = 'APPROVED') s
ORDER BY s.at, s.number;

-- Reversals that one person proposed and another decided on.
CREATE TABLE payment_reversal (
    id          uuid        PRIMARY KEY,
    loan_id     uuid        NOT NULL REFERENCES loan,
    transfer_id uuid        NOT NULL REFERENCES transfer,
    cause       text        NOT NULL CHECK (cause IN ('WRONG_AMOUNT', 'WRONG_LOAN', 'NOTICE_MISTAKEN', 'RETURNED')),
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    proposed_by uuid        NOT NULL,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    decided_by  uuid,
    decided_at  timestamptz,
    -- The mirror transfer.
    reversal_id uuid        REFERENCES transfer,
    CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 2 ELSE 0 END),
    CHECK (decided_by <> proposed_by),
    CHECK ((state = 'APPROVED') = (reversal_id IS NOT NULL))
);
CREATE INDEX payment_reversal_loan ON payment_reversal (loan_id, id);
CREATE UNIQUE INDEX payment_reversal_once ON payment_reversal (transfer_id) WHERE state <> 'DECLINED';

-- What later payments are used for, once an earlier one is no more: a transfer of its own, through which no money comes.
DO $$
DECLARE
    kinds text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint
        WHERE conrelid = 'transfer'::regclass AND conname = 'transfer_kind_check';
    ALTER TABLE transfer DROP CONSTRAINT transfer_kind_check;
    EXECUTE 'ALTER TABLE transfer ADD CONSTRAINT transfer_kind_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''REALLOCATION''::text, ');
END $$;
