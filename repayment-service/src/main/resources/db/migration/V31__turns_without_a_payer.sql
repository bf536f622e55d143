-- Whether a turn of a bill that is due came to nothing, since there was nothing to debit: once its due date is over it is
-- overdue as after a debit that failed, while attempts counts debits alone. The version before writes none of them.
ALTER TABLE bill ADD COLUMN turn_missed boolean NOT NULL DEFAULT false;
