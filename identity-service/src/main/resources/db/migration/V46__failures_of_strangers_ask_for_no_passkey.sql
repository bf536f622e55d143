-- Wrong codes that strangers type count for the person as well. Whoever has a passkey is asked for it then; whoever has
-- none cannot answer with one, and would be kept from every act by three wrong guesses of somebody else. For them what
-- counts is what was wrong on the device, or at the address, that asks. A rule that officers have changed since stays.
WITH before AS (
    UPDATE risk_rule SET state = 'RETIRED'
    WHERE name = 'failures-ask-more' AND condition = 'act != "sign-in" && failures24h >= 3' AND state = 'LIVE'
    RETURNING *)
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh)
SELECT name, (SELECT max(version) FROM risk_rule o WHERE o.name = before.name) + 1, 'LIVE',
       'act != "sign-in" && failures24h >= 3 && (passkeyHours >= 0 || failuresDevice24h >= 3 || failuresAddress24h >= 3)',
       outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh
FROM before;
UPDATE risk_rule_set SET version = version + 1;
