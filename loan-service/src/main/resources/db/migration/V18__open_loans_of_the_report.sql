-- The loans that the bureau's report lists, for the officer who reads the case: what somebody owes elsewhere is encrypted.
ALTER TABLE assessment ADD COLUMN open_loans bytea;
COMMENT ON COLUMN assessment.open_loans IS 'encrypted JSON; null of an assessment from before, empty once it is shredded';

-- It goes with what else the checks found. The statement that empties them may be of the version before, which knows
-- nothing of it, so it goes by itself.
CREATE OR REPLACE FUNCTION assessment_is_only_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.findings = '[]' AND NEW.lines = '[]' AND NEW.report_id = ''
       AND to_jsonb(NEW) - 'findings' - 'lines' - 'report_id' = to_jsonb(OLD) - 'findings' - 'lines' - 'report_id'
       AND EXISTS (SELECT FROM application WHERE id = OLD.application_id AND erased_at IS NOT NULL) THEN
        NEW.open_loans := '';
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % is refused: rows of this table are history', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
