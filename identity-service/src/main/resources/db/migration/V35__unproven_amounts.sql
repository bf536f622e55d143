-- An amount that does not stand in the body that will be sent may be any: for the rules about large ones it is large, or
-- leaving it out would be the way around them. A rule that officers have changed since stays as they want it.
WITH changed (name, condition, next, words_en, words_zh) AS (VALUES
    ('off-hours-large-movement', 'movesMoney && offHours && amount >= largeAmount',
     'movesMoney && offHours && (amount >= largeAmount || !amountProven)',
     'A large amount, or one that the request does not prove, outside working hours (22:00 to 06:00).',
     '非工作时间（22:00至06:00）的大额或金额未经证实的资金变动。'),
    ('new-place-large-movement', 'movesMoney && newDevice && newPlace && amount >= largeAmount',
     'movesMoney && newDevice && newPlace && (amount >= largeAmount || !amountProven)',
     'A large amount, or one that the request does not prove, from a device and a place that are new to this account.',
     '在新设备、新地点发起的大额或金额未经证实的资金变动。'),
    ('phone-just-changed', 'movesMoney && phoneChangedHours >= 0 && phoneChangedHours < 72 && amount >= largeAmount',
     'movesMoney && phoneChangedHours >= 0 && phoneChangedHours < 72 && (amount >= largeAmount || !amountProven)',
     'A large amount, or one that the request does not prove, within three days of a change of phone.',
     '更换手机号三日内的大额或金额未经证实的资金变动。')),
before AS (
    UPDATE risk_rule r SET state = 'RETIRED' FROM changed c
    WHERE r.name = c.name AND r.condition = c.condition AND r.state = 'LIVE'
    RETURNING r.*, c.next, c.words_en, c.words_zh)
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh)
SELECT name, (SELECT max(version) FROM risk_rule o WHERE o.name = before.name) + 1, 'LIVE', next, outcome, words_en, words_zh,
       remedy_en, remedy_zh, documents_en, documents_zh
FROM before;
UPDATE risk_rule_set SET version = version + 1;

-- Nor is what somebody only stated an amount that later ones are compared with.
UPDATE risk_history h SET amount = NULL FROM risk_decision d
WHERE d.id = h.decision_id AND h.amount IS NOT NULL AND d.signals @> '{"amountProven": false}';

-- Paying a loan out is the largest movement of money in the house: the rules about hours and amounts are for it as well.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, collection, moves_money,
                        large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds,
                        delay_open_seconds, delay_recent_seconds, delay_when)
SELECT act, version + 1, roles, level, methods, audience, resource, other_resources, collection, true, 50000000,
       officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds, delay_open_seconds,
       delay_recent_seconds, delay_when
FROM act_policy WHERE act = 'disbursement.release' ORDER BY version DESC LIMIT 1;
