-- A legal hold is placed by two compliance officers and lifted by two. What one has proposed holds at once, since what is erased
-- does not come back; when nobody has agreed by waits_until it is over. Null: placed before it took two, and in force.
ALTER TABLE legal_hold
    ADD COLUMN waits_until      timestamptz,
    ADD COLUMN approved_by      uuid REFERENCES person (id),
    ADD COLUMN approved_at      timestamptz,
    ADD COLUMN lift_proposed_by uuid REFERENCES person (id),
    ADD COLUMN lift_proposed_at timestamptz,
    ADD CONSTRAINT legal_hold_approved_whole CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    ADD CONSTRAINT legal_hold_lifting_whole CHECK ((lift_proposed_by IS NULL) = (lift_proposed_at IS NULL)),
    ADD CONSTRAINT legal_hold_placed_by_two CHECK (approved_by <> placed_by),
    ADD CONSTRAINT legal_hold_lifted_by_two CHECK (lifted_by <> lift_proposed_by);

-- What the rules denied is lifted by two risk officers.
ALTER TABLE risk_hold
    ADD COLUMN lift_proposed_by uuid REFERENCES person (id),
    ADD COLUMN lift_proposed_at timestamptz,
    ADD COLUMN lift_note        text,
    ADD CONSTRAINT risk_hold_lifting_whole
        CHECK ((lift_proposed_by IS NULL) = (lift_proposed_at IS NULL) AND (lift_proposed_by IS NULL) = (lift_note IS NULL)),
    ADD CONSTRAINT risk_hold_lifted_by_two CHECK (decided_by <> lift_proposed_by);

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh) VALUES
('erasure.hold', 1, '{compliance}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/legal-holds/{id}', false, 300,
 120, 'place or lift a legal hold', '设立或解除依法保全');
