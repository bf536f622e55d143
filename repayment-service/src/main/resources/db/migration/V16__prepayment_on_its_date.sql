-- An offer for a later day that was taken waits for that day; until then the borrower may cancel it.
ALTER TABLE prepayment DROP CONSTRAINT prepayment_state_check;
ALTER TABLE prepayment ADD CONSTRAINT prepayment_state_check
    CHECK (state IN ('SCHEDULED', 'CANCELLED', 'PENDING', 'DONE', 'FAILED'));
-- Of one that waits: when its debit is ordered, and from which card.
ALTER TABLE prepayment ADD COLUMN execute_on date;
ALTER TABLE prepayment ADD COLUMN card_id uuid REFERENCES card;
ALTER TABLE prepayment ADD CONSTRAINT prepayment_waits_for_a_day
    CHECK (state <> 'SCHEDULED' OR num_nulls(execute_on, card_id) = 0);
DROP INDEX prepayment_quote_taken_once;
CREATE UNIQUE INDEX prepayment_quote_taken_once ON prepayment (quote_id) WHERE state NOT IN ('FAILED', 'CANCELLED');
CREATE INDEX prepayment_scheduled ON prepayment (execute_on, id) WHERE state = 'SCHEDULED';
