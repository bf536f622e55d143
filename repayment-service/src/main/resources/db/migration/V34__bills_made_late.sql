-- The day on which a bill was made, where that was after its due date: lateness is counted from there.
ALTER TABLE bill ADD COLUMN payable_from date CHECK (payable_from > due_date);
