-- The day on which the money of an order moved, by the rail's word: interest of a loan runs from it, however late the word
-- comes. NULL when the rail did not say.
ALTER TABLE rail_order ADD COLUMN value_date date CHECK (value_date IS NULL OR state = 'SUCCEEDED');

-- That a card is wanted is kept before the card network is asked, and the network's answer after it.
ALTER TABLE card ALTER COLUMN binding_id DROP NOT NULL;
ALTER TABLE card ADD COLUMN reason text;
ALTER TABLE card DROP CONSTRAINT card_state_check;
ALTER TABLE card ADD CONSTRAINT card_state_check
    CHECK (state IN ('REQUESTED', 'REFUSED', 'PENDING', 'BOUND', 'UNBOUND'));
ALTER TABLE card DROP CONSTRAINT card_check;
ALTER TABLE card ADD CONSTRAINT card_has_its_token
    CHECK (state NOT IN ('BOUND', 'UNBOUND') OR num_nulls(token, last4, bank) = 0);
ALTER TABLE card ADD CONSTRAINT card_has_its_binding
    CHECK ((state IN ('REQUESTED', 'REFUSED')) = (binding_id IS NULL));
ALTER TABLE card ADD CONSTRAINT card_has_its_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL));
