-- Whoever is not signed in because their sign-in was stopped appeals with a code to their phone. The words are sealed by the
-- customer's key, and go with it. Once: what is added is said to the officer who looks at it.
ALTER TABLE risk_hold
    ADD COLUMN appealed_at   timestamptz,
    ADD COLUMN appeal_sealed bytea,
    ADD CONSTRAINT risk_hold_appeal_whole CHECK ((appealed_at IS NULL) = (appeal_sealed IS NULL));

ALTER TABLE risk_alert DROP CONSTRAINT risk_alert_kind_check;
ALTER TABLE risk_alert ADD CONSTRAINT risk_alert_kind_check
    CHECK (kind IN ('ACT_HELD', 'ACT_DENIED', 'SIGN_IN_LOCKED', 'SIGN_IN_APPEALED'));
