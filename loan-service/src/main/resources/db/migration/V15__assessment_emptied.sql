-- What the checks found is personal too: it goes with the application that it was found about. Versions, score and advice
-- stay with the decision that rested on them; nothing else of an assessment changes, ever.
CREATE FUNCTION assessment_is_only_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.findings = '[]' AND NEW.lines = '[]' AND NEW.report_id = ''
       AND to_jsonb(NEW) - 'findings' - 'lines' - 'report_id' = to_jsonb(OLD) - 'findings' - 'lines' - 'report_id'
       AND EXISTS (SELECT FROM application WHERE id = OLD.application_id AND erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % is refused: rows of this table are history', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER assessment_is_history ON assessment;
CREATE TRIGGER assessment_is_history BEFORE UPDATE OR DELETE ON assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_is_only_emptied();
-- Of those who were erased before.
UPDATE assessment SET findings = '[]', lines = '[]', report_id = ''
    WHERE application_id IN (SELECT id FROM application WHERE erased_at IS NOT NULL);
