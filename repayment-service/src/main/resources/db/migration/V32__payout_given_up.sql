-- A loan whose payout failed can be given up: one person proposes, another decides. It never owed anything.
DO $$
DECLARE
    rule record;
BEGIN
    FOR rule IN SELECT conname FROM pg_constraint
                WHERE conrelid = 'loan'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%OPENING%'
    LOOP
        EXECUTE format('ALTER TABLE loan DROP CONSTRAINT %I', rule.conname);
    END LOOP;
END $$;
ALTER TABLE loan ADD COLUMN cancelled_on date;
ALTER TABLE loan
    ADD CONSTRAINT loan_state CHECK (state IN ('OPENING', 'ACTIVE', 'SETTLED', 'CANCELLED')),
    ADD CONSTRAINT loan_stands CHECK (
        CASE WHEN state IN ('OPENING', 'CANCELLED')
             THEN num_nonnulls(outstanding, rate, instalment, instalments_left, billed, next_due) = 0
             ELSE num_nulls(outstanding, rate, instalment, instalments_left, interest_only_left, billed, accrued_to,
                            accrual_numerator, accrual_denominator) = 0 END),
    ADD CONSTRAINT loan_cancelled CHECK ((state = 'CANCELLED') = (cancelled_on IS NOT NULL));
-- Loans are opening for a moment, but for those whose payout failed.
CREATE INDEX loan_opening ON loan (id) WHERE state = 'OPENING';

CREATE TABLE payout_cancellation (
    id          uuid        PRIMARY KEY,
    loan_id     uuid        NOT NULL REFERENCES loan,
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    proposed_by uuid        NOT NULL,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    decided_by  uuid,
    decided_at  timestamptz,
    CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 2 ELSE 0 END),
    CONSTRAINT payout_cancellation_two_people CHECK (decided_by <> proposed_by)
);
CREATE INDEX payout_cancellation_loan ON payout_cancellation (loan_id, id);
CREATE UNIQUE INDEX payout_cancellation_one_open ON payout_cancellation (loan_id) WHERE state = 'PROPOSED';
