-- Whoever knows a phone number can have codes for it wrong, and must hold nothing of its owner's by that. What was wrong on
-- the very device that the session is bound to is no stranger's.
WITH before AS (
    UPDATE risk_rule SET state = 'RETIRED'
    WHERE name = 'repeated-failures' AND state = 'LIVE' AND condition = 'act != "sign-in" && failures24h >= 8'
    RETURNING *)
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh)
SELECT name, (SELECT max(version) FROM risk_rule WHERE name = 'repeated-failures') + 1, 'LIVE',
       'act != "sign-in" && failuresDevice24h >= 8', outcome, 'Many failed proofs on this device in the last 24 hours.',
       '过去24小时内在该设备上多次验证失败。', remedy_en, remedy_zh, documents_en, documents_zh
FROM before;
UPDATE risk_rule_set SET version = version + 1;
