-- The order in which a customer's cards are tried, the default first; and which of those behind it the customer has agreed
-- to have debited when one before it refused. NULL, as the version before writes it, is behind all that have a place; and
-- that version unbinds a card without taking its fallback back, so that only bound ones count.
ALTER TABLE card
    ADD COLUMN position smallint CHECK (position >= 1),
    ADD COLUMN fallback boolean NOT NULL DEFAULT false;
UPDATE card SET position = placed.n
FROM (SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY preferred DESC, id) AS n
      FROM card WHERE state = 'BOUND') placed
WHERE card.id = placed.id;
-- What can be debited by itself: the due run asks for that alone, for many customers at once.
CREATE INDEX card_debited ON card (customer_id) WHERE preferred OR fallback;

-- The account that refused the last debit of a bill, so that the next one asks the card behind it; NULL almost always.
ALTER TABLE bill ADD COLUMN collect_behind text;

-- Which card a debit was ordered from, as its holder knows it. Absent of wallets, payouts and older orders.
ALTER TABLE rail_order ADD COLUMN last4 text CHECK (last4 ~ '^[0-9]{4}$');
