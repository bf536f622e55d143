-- Rules are changed by two officers: one proposes (the version is SHADOW: asked and recorded, deciding nothing), another
-- approves. Whoever changes anything locks the row of risk_rule_set first and makes its version one higher.
ALTER TABLE risk_rule
    ADD COLUMN id          uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN proposed_by uuid REFERENCES person (id),
    ADD COLUMN approved_by uuid REFERENCES person (id),
    ADD COLUMN approved_at timestamptz,
    ADD COLUMN replaces    int,
    ADD COLUMN ended_by    uuid REFERENCES person (id),
    ADD COLUMN ended_at    timestamptz,
    ADD COLUMN back_test   jsonb;

ALTER TABLE risk_rule DROP CONSTRAINT risk_rule_state_check;
ALTER TABLE risk_rule
    ADD CONSTRAINT risk_rule_state_check
        CHECK (state IN ('SHADOW', 'LIVE', 'RETIRED', 'REJECTED', 'ROLLED_BACK')),
    ADD CONSTRAINT risk_rule_two_people CHECK (approved_by <> proposed_by),
    ADD CONSTRAINT risk_rule_approval CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    -- Only the rules of the beginning have no proposer.
    ADD CONSTRAINT risk_rule_live_is_approved
        CHECK (state <> 'LIVE' OR proposed_by IS NULL OR approved_by IS NOT NULL),
    ADD CONSTRAINT risk_rule_tried_before_live CHECK (approved_by IS NULL OR back_test IS NOT NULL),
    ADD CONSTRAINT risk_rule_condition_length CHECK (length(condition) <= 1000),
    ADD CONSTRAINT risk_rule_replaces FOREIGN KEY (name, replaces) REFERENCES risk_rule (name, version);
CREATE UNIQUE INDEX risk_rule_shadow ON risk_rule (name) WHERE state = 'SHADOW';

INSERT INTO act_policy VALUES
('rule.change', 1, '{risk-officer}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/rules/{id}', false, 300, 120, 'change a risk rule', '变更风控规则');
