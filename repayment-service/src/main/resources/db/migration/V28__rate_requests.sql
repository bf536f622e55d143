-- A wish to have the rate set another way: answered by the rule, or, where only conditions of the bank's own are not met,
-- decided by two officers. What is granted is an offer like any other.
CREATE TABLE rate_request (
    id              uuid        PRIMARY KEY,
    loan_id         uuid        NOT NULL REFERENCES loan,
    customer_id     uuid        NOT NULL,
    ask             text        NOT NULL CHECK (ask IN ('CYCLE', 'TO_FIXED', 'TO_FLOATING', 'SPREAD')),
    ask_value       text        NOT NULL,
    reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    -- Conditions that were not met when it was asked; none where the rule has granted it.
    unmet           text[]      NOT NULL,
    asked_at        timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OFFERED', 'WAITING', 'RECOMMENDED', 'APPROVED', 'DECLINED')),
    advice          text        CHECK (advice IN ('APPROVE', 'DECLINE')),
    advice_note     text        CHECK (length(advice_note) BETWEEN 1 AND 500),
    advised_by      uuid,
    advised_at      timestamptz,
    -- The offer, by the rule or by officers.
    quote_id        uuid        REFERENCES change_quote,
    decision_reason text        CHECK (length(decision_reason) BETWEEN 1 AND 500),
    decided_by      uuid,
    decided_at      timestamptz,
    CHECK ((state = 'OFFERED') = (cardinality(unmet) = 0)),
    CHECK ((state IN ('OFFERED', 'APPROVED')) = (quote_id IS NOT NULL)),
    CHECK (num_nulls(advice, advice_note, advised_by, advised_at)
           = CASE WHEN state IN ('RECOMMENDED', 'APPROVED', 'DECLINED') THEN 0 ELSE 4 END),
    CHECK (num_nulls(decision_reason, decided_by, decided_at)
           = CASE WHEN state IN ('APPROVED', 'DECLINED') THEN 0 ELSE 3 END),
    CONSTRAINT rate_request_two_people CHECK (decided_by <> advised_by)
);
CREATE INDEX rate_request_loan ON rate_request (loan_id, id);
CREATE INDEX rate_request_state ON rate_request (state, id);
CREATE UNIQUE INDEX rate_request_one_open ON rate_request (loan_id) WHERE state IN ('WAITING', 'RECOMMENDED');
