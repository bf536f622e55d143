-- A bill's next debit by itself is ordered on collect_on, and on that very day not before collect_from.
ALTER TABLE bill ADD COLUMN collect_from timestamptz;

-- How far a chunk is in its range; one transaction takes a bounded part of it. NULL: at its beginning.
ALTER TABLE due_run_chunk ADD COLUMN done_to uuid;
-- Loans with something to do when the run was cut, and the first day that left anything.
ALTER TABLE due_run ADD COLUMN loans_due int NOT NULL DEFAULT 0;
ALTER TABLE due_run ADD COLUMN first_day date;
UPDATE due_run SET first_day = date - 366;
-- Loans that wait for a rate are looked for when one is heard of.
CREATE INDEX due_run_chunk_missing ON due_run_chunk (run_id) WHERE missing > 0;

-- On each business date borrowers are reminded of instalments that fall due so many days later; how far that is.
CREATE TABLE instalment_reminder (
    date        date     NOT NULL,
    days_before smallint NOT NULL CHECK (days_before > 0),
    -- Last loan that was looked at; NULL when it is done.
    done_to     uuid     DEFAULT '00000000-0000-0000-0000-000000000000',
    PRIMARY KEY (date, days_before)
);
