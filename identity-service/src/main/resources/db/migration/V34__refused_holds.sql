-- A refusal stands against the same act on the same thing until another officer lifts it, which keeps on the hold who had
-- refused it and why.
ALTER TABLE risk_hold
    ADD COLUMN refused_by   uuid REFERENCES person (id),
    ADD COLUMN refused_at   timestamptz,
    ADD COLUMN refusal_note text CHECK (length(refusal_note) BETWEEN 1 AND 1000),
    ADD CONSTRAINT risk_hold_refusal_whole CHECK (num_nulls(refused_by, refused_at, refusal_note) IN (0, 3)),
    ADD CONSTRAINT risk_hold_lifted_by_another CHECK (refused_by <> decided_by);
CREATE INDEX risk_hold_decided ON risk_hold (person_id, act, resource, decided_at DESC) WHERE state <> 'HELD';
