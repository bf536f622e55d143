-- Which officer opened which case: what a case declares is personal data, and each reading of it is kept.
CREATE TABLE case_reading (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    reader         uuid        NOT NULL,
    read_at        timestamptz NOT NULL
);
CREATE INDEX case_reading_of ON case_reading (application_id, id);
CREATE TRIGGER case_reading_is_history BEFORE UPDATE OR DELETE ON case_reading
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
