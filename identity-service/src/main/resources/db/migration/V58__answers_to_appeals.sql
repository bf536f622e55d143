-- Whoever appealed against a stopped sign-in has no session in which to learn what came of it: a message to their phone says so,
-- each outcome once. attempts: times that it was taken in hand; next_at: until then nobody else takes it.
CREATE TABLE appeal_answer (
    hold_id    uuid        NOT NULL REFERENCES risk_hold (id) ON DELETE CASCADE,
    outcome    text        NOT NULL CHECK (outcome IN ('RELEASED', 'REFUSED')),
    decided_at timestamptz NOT NULL,
    next_at    timestamptz NOT NULL,
    attempts   int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    told_at    timestamptz,
    PRIMARY KEY (hold_id, outcome)
);
CREATE INDEX appeal_answer_due ON appeal_answer (next_at) WHERE told_at IS NULL;
