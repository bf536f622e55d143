-- A proposal that is not published after all: turned down by a second officer, or taken back by who made it. It stays to be read.
ALTER TABLE reference_rate_proposal ADD COLUMN ended_by uuid;
ALTER TABLE reference_rate_proposal ADD COLUMN ended_at timestamptz;
ALTER TABLE reference_rate_proposal ADD CONSTRAINT reference_rate_proposal_ended
    CHECK ((ended_by IS NULL) = (ended_at IS NULL));
-- Also against a replica of the version before, to which it looks open.
ALTER TABLE reference_rate_proposal ADD CONSTRAINT reference_rate_proposal_ends_once
    CHECK (ended_by IS NULL OR confirmed_by IS NULL);
