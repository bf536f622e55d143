-- What the rules denied is kept beside what they held, so that it can be appealed and an officer can lift it for that person. It is
-- in state HELD until then; a release of it lifts rules that deny, one of what was held does not.
ALTER TABLE risk_hold ADD COLUMN denied boolean NOT NULL DEFAULT false;
DROP INDEX risk_hold_once;
CREATE UNIQUE INDEX risk_hold_once ON risk_hold (person_id, act, resource, coalesce(amount, -1), denied) WHERE state = 'HELD';
