-- A change of plan that a customer asks for at the counter: one of the staff opens it for who stands before them, another
-- decides. Approved, it is a change of the loan like any other.
CREATE TABLE counter_change (
    id          uuid        PRIMARY KEY,
    loan_id     uuid        NOT NULL REFERENCES loan,
    customer_id uuid        NOT NULL,
    ask         text        NOT NULL CHECK (ask IN ('DUE_DAY', 'METHOD', 'TERM', 'RELIEF')),
    ask_value   text        NOT NULL,
    -- By which paper the customer was identified; its number is kept nowhere here.
    paper       text        NOT NULL CHECK (paper IN ('RESIDENT_ID', 'PASSPORT', 'RESIDENCE_PERMIT')),
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    -- Conditions that the rule asks for and that were not met: what the second person lets pass.
    unmet       text[]      NOT NULL,
    opened_by   uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'DECLINED')),
    change_id   uuid        REFERENCES loan_change,
    decided_by  uuid,
    decided_at  timestamptz,
    CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'WAITING' THEN 2 ELSE 0 END),
    CHECK ((state = 'APPROVED') = (change_id IS NOT NULL)),
    CONSTRAINT counter_change_two_people CHECK (decided_by <> opened_by)
);
CREATE INDEX counter_change_loan ON counter_change (loan_id, id);
CREATE UNIQUE INDEX counter_change_one_open ON counter_change (loan_id) WHERE state = 'WAITING';
