-- Whether a file was corrected after it was read is asked from time to time.
ALTER TABLE reconciliation
    -- What the other side calls the version of the file that was read (ETag); NULL where it gives none.
    ADD COLUMN tag       text CHECK (length(tag) BETWEEN 1 AND 200),
    ADD COLUMN looked_at timestamptz;
