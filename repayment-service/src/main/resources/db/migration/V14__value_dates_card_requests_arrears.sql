-- The day on which the money of an order moved, by the rail's word: interest of a loan runs from it, however late the word
-- comes. NULL when the rail did not say.
ALTER TABLE rail_order ADD COLUMN value_date date CHECK (value_date IS NULL OR state = 'SUCCEEDED');
