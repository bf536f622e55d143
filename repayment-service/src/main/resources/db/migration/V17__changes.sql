-- Another plan than the one that was signed first; all NULL where it still is that one. The columns of the rate
-- (reference_rate, spread, repricing_months) hold what is agreed now, and loan_event what was before.
ALTER TABLE loan ADD COLUMN plan_method text;
ALTER TABLE loan ADD COLUMN plan_first_due date;
ALTER TABLE loan ADD COLUMN plan_due_day smallint CHECK (plan_due_day BETWEEN 1 AND 31);
-- The period in which the dates were moved began then; it holds as long as so many instalments are billed.
ALTER TABLE loan ADD COLUMN plan_period_start date;
ALTER TABLE loan ADD COLUMN plan_moved_at int CHECK (plan_moved_at >= 0);
ALTER TABLE loan ADD CONSTRAINT loan_plan_dates
    CHECK (num_nulls(plan_first_due, plan_due_day, plan_period_start, plan_moved_at) IN (0, 4));

-- What was offered for a change of plan or rate: the event that will be recorded, as it was simulated. Never changed: it
-- is done as it was offered, or not at all. Amounts in fen.
CREATE TABLE change_quote (
    id              uuid        PRIMARY KEY,
    loan_id         uuid        NOT NULL REFERENCES loan,
    -- What was asked for, so that it can be asked for again.
    ask             text        NOT NULL,
    ask_value       text        NOT NULL,
    event_kind      text        NOT NULL,
    event           jsonb       NOT NULL,
    needs_amendment boolean     NOT NULL,
    -- Last day on which it can be taken, and signed where it needs an amendment.
    valid_until     date        NOT NULL,
    -- The loan had this many events when the offer was made; one more and it is overtaken.
    loan_version    bigint      NOT NULL,
    made_at         timestamptz NOT NULL
);
CREATE TRIGGER change_quote_is_final BEFORE UPDATE ON change_quote
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE loan_change (
    id         uuid        PRIMARY KEY,
    quote_id   uuid        NOT NULL REFERENCES change_quote,
    loan_id    uuid        NOT NULL REFERENCES loan,
    state      text        NOT NULL CHECK (state IN ('AWAITING_AMENDMENT', 'DONE', 'ENDED')),
    reason     text,
    created_at timestamptz NOT NULL,
    CHECK ((state = 'ENDED') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX change_quote_taken_once ON loan_change (quote_id) WHERE state <> 'ENDED';
CREATE UNIQUE INDEX one_change_awaited ON loan_change (loan_id) WHERE state = 'AWAITING_AMENDMENT';
CREATE INDEX loan_change_loan ON loan_change (loan_id, id);
CREATE INDEX change_quote_of_loan ON change_quote (loan_id);
