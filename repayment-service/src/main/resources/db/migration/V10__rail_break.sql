-- Where the rail's word and our books disagree: taken note of at once, so that the rail is answered and the break has an
-- owner. Amounts in fen.
CREATE TABLE rail_break (
    reference text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
    -- UNKNOWN_REFERENCE: never ordered. AMOUNT: another amount than ordered. STATE: another outcome than before, or none
    -- to be had. DUPLICATE: money for what was paid already. POSTING: money that could not be posted, all or a part.
    kind      text        NOT NULL
        CHECK (kind IN ('UNKNOWN_REFERENCE', 'AMOUNT', 'STATE', 'DUPLICATE', 'POSTING')),
    ours      text        NOT NULL,
    theirs    text        NOT NULL,
    at        timestamptz NOT NULL,
    state     text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    PRIMARY KEY (reference, kind)
);
CREATE INDEX rail_break_open ON rail_break (at) WHERE state = 'OPEN';

-- An order is marked as sent when it is taken to be sent, in one write; the rail's id comes with the outcome.
ALTER TABLE rail_order DROP CONSTRAINT rail_order_check2;
-- What is under way for a loan is found by rail_order_one_under_way; nothing asks for a loan's orders of the past.
DROP INDEX rail_order_loan;
