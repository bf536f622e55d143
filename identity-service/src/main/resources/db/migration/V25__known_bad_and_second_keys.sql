-- An act may begin on the collection as well as go on with one thing of it: a rule is proposed on /rules and approved on
-- /rules/{id}. The version before knows the first of the two alone.
ALTER TABLE act_policy ADD COLUMN collection text CHECK (collection LIKE '/api/v1/%');

-- Proposing and giving up a rule take the second key as well, and so does the list of what is known to be bad.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh, collection)
SELECT act, version + 1, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds, title_en,
       title_zh, '/api/v1/staff/rules'
FROM act_policy WHERE act = 'rule.change' ORDER BY version DESC LIMIT 1;
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh, collection) VALUES
('listing.change', 1, '{risk-officer}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/risk-listings/{id}', false, 300, 120,
 'change the list of what is known to be bad', '变更风险名单', '/api/v1/staff/risk-listings');

-- A phone is kept like the other traces, as the keyed hash under which its customer is found.
ALTER TABLE risk_listed DROP CONSTRAINT risk_listed_kind_check;
ALTER TABLE risk_listed ADD CONSTRAINT risk_listed_kind_check CHECK (kind IN ('DEVICE', 'ADDRESS', 'PREFIX', 'PHONE'));

-- Decides with the next decision; an officer's release lifts it.
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh) VALUES
('listed-phone', 1, 'LIVE', 'act != "sign-in" && listedPhone', 'HOLD',
 'This phone number was reported for fraud.', '该手机号码曾被举报涉嫌诈骗。',
 'Visit a branch, or confirm with a risk officer by telephone.', '请到网点办理，或致电风险专员确认。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']);
UPDATE risk_rule_set SET version = version + 1;
