-- A borrower may do without a rate request before it is decided.
ALTER TABLE rate_request ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE rate_request DROP CONSTRAINT rate_request_state_check;
ALTER TABLE rate_request ADD CONSTRAINT rate_request_state_check
    CHECK (state IN ('OFFERED', 'WAITING', 'RECOMMENDED', 'APPROVED', 'DECLINED', 'WITHDRAWN'));
ALTER TABLE rate_request ADD CONSTRAINT rate_request_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL));
-- One that was recommended on keeps the advice when it is withdrawn.
DO $$
DECLARE
    advised text;
BEGIN
    SELECT conname INTO STRICT advised FROM pg_constraint
        WHERE conrelid = 'rate_request'::regclass AND contype = 'c'
          AND pg_get_constraintdef(oid) LIKE '%num_nulls(%advised_by%';
    EXECUTE format('ALTER TABLE rate_request DROP CONSTRAINT %I', advised);
END $$;
ALTER TABLE rate_request ADD CONSTRAINT rate_request_advised
    CHECK (num_nulls(advice, advice_note, advised_by, advised_at)
           = ANY (CASE WHEN state IN ('RECOMMENDED', 'APPROVED', 'DECLINED') THEN ARRAY[0]
                       WHEN state = 'WITHDRAWN' THEN ARRAY[0, 4] ELSE ARRAY[4] END));

-- Last day on which an offer that is not honoured any more is made anew on the officers' grant. What was granted before this
-- was kept, or by the version before, is offered as long as its quote holds.
ALTER TABLE rate_request ADD COLUMN granted_until date;
UPDATE rate_request r SET granted_until = q.valid_until FROM change_quote q WHERE q.id = r.quote_id AND r.state = 'APPROVED';
ALTER TABLE rate_request ADD CONSTRAINT rate_request_granted CHECK (granted_until IS NULL OR state = 'APPROVED');

-- The request on whose grant an offer rests: it is used once, by whichever of its offers is taken.
ALTER TABLE change_quote ADD COLUMN rate_request_id uuid REFERENCES rate_request;
