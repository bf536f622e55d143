-- Bank cards bound for repayment. The card's number is never here: the card network keeps it and gives a token.
CREATE TABLE card (
    id          uuid        PRIMARY KEY,
    customer_id uuid        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PENDING', 'BOUND', 'UNBOUND')),
    binding_id  text        NOT NULL,
    token       text,
    last4       text        CHECK (last4 ~ '^[0-9]{4}$'),
    bank        text,
    -- The one that is debited by itself.
    preferred   boolean     NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (state = 'PENDING' OR num_nulls(token, last4, bank) = 0),
    CHECK (NOT preferred OR state = 'BOUND')
);
CREATE INDEX card_customer ON card (customer_id, id);
CREATE UNIQUE INDEX card_one_preferred ON card (customer_id) WHERE preferred;
CREATE UNIQUE INDEX card_bound_once ON card (customer_id, token) WHERE state = 'BOUND';
