-- Payments by hand. What became of one is its order's outcome at the rail.
CREATE TABLE payment (
    id         uuid        PRIMARY KEY,
    loan_id    uuid        NOT NULL REFERENCES loan,
    instalment int         NOT NULL CHECK (instalment >= 1),
    amount     bigint      NOT NULL CHECK (amount > 0),
    card_id    uuid        NOT NULL REFERENCES card,
    reference  text        NOT NULL UNIQUE REFERENCES rail_order,
    created_at timestamptz NOT NULL
);
CREATE INDEX payment_loan ON payment (loan_id, id);

-- What was offered for repaying early. Never changed: it is honoured as it was offered, or not at all. Amounts in fen.
CREATE TABLE prepayment_quote (
    id             uuid        PRIMARY KEY,
    loan_id        uuid        NOT NULL REFERENCES loan,
    -- Day up to which interest is counted, and last day on which the offer can be taken.
    date           date        NOT NULL,
    way            text        NOT NULL CHECK (way IN ('SHORTER_TERM', 'SMALLER_INSTALMENT', 'FULL')),
    principal      bigint      NOT NULL CHECK (principal > 0),
    -- Negative where interest was paid ahead.
    interest       bigint      NOT NULL,
    compensation   bigint      NOT NULL CHECK (compensation >= 0),
    interest_saved bigint      NOT NULL,
    -- The loan had this many events when the offer was made; one more and it is overtaken.
    loan_version   bigint      NOT NULL,
    made_at        timestamptz NOT NULL,
    CHECK (principal + interest + compensation > 0)
);
CREATE TRIGGER prepayment_quote_is_final BEFORE UPDATE ON prepayment_quote
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE prepayment (
    id         uuid        PRIMARY KEY,
    quote_id   uuid        NOT NULL REFERENCES prepayment_quote,
    loan_id    uuid        NOT NULL REFERENCES loan,
    state      text        NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
    reason     text,
    created_at timestamptz NOT NULL,
    CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX prepayment_quote_taken_once ON prepayment (quote_id) WHERE state <> 'FAILED';
CREATE INDEX prepayment_loan ON prepayment (loan_id, id);
