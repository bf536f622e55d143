-- What the checks found, kept with the versions of rules and scorecard; a second check adds a second row.
CREATE TABLE assessment (
    id                uuid        PRIMARY KEY,
    application_id    uuid        NOT NULL REFERENCES application,
    report_id         text        NOT NULL,
    rules_version     text        NOT NULL,
    scorecard_version text        NOT NULL,
    score             integer     NOT NULL CHECK (score BETWEEN 0 AND 100),
    advice            text        NOT NULL CHECK (advice IN ('APPROVE', 'LOOK_CLOSER', 'DECLINE')),
    findings          text        NOT NULL CHECK (findings IS JSON ARRAY),
    lines             text        NOT NULL CHECK (lines IS JSON ARRAY),
    assessed_at       timestamptz NOT NULL
);
CREATE INDEX assessment_of ON assessment (application_id, id);
CREATE TRIGGER assessment_is_history BEFORE UPDATE OR DELETE ON assessment
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
