-- What the rules denied is kept beside what they held, so that it can be appealed and an officer can lift it for that person. A
-- release of it lifts rules that deny, one of what was held does not: denied stays true.
ALTER TABLE risk_hold ADD COLUMN denied boolean NOT NULL DEFAULT false;

-- The two checks had no names of their own; they are found by what they say.
DO $$
DECLARE
    found text;
BEGIN
    FOR found IN SELECT conname FROM pg_constraint WHERE conrelid = 'risk_hold'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%''HELD''%' LOOP
        EXECUTE format('ALTER TABLE risk_hold DROP CONSTRAINT %I', found);
    END LOOP;
END $$;
ALTER TABLE risk_hold
    ADD CONSTRAINT risk_hold_state_known CHECK (state IN ('HELD', 'DENIED', 'RELEASED', 'REFUSED', 'USED')),
    ADD CONSTRAINT risk_hold_undecided CHECK ((state IN ('HELD', 'DENIED')) = (decided_by IS NULL)),
    ADD CONSTRAINT risk_hold_denied CHECK (denied OR state <> 'DENIED');

-- Asking again does not deny again.
CREATE UNIQUE INDEX risk_denial_once ON risk_hold (person_id, act, resource, coalesce(amount, -1)) WHERE state = 'DENIED';
