-- An act for which a code by SMS is enough only while there is no passkey. What an export shows and what an erasure destroys cannot be
-- taken back, and a phone number can be taken over.
ALTER TABLE act_policy ADD COLUMN passkey_where_enrolled boolean NOT NULL DEFAULT false;

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, collection, moves_money,
                        large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds,
                        delay_open_seconds, delay_recent_seconds, delay_when, passkey_where_enrolled)
SELECT DISTINCT ON (act) act, version + 1, roles, level, methods, audience, resource, other_resources, collection, moves_money,
       large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds, delay_open_seconds,
       delay_recent_seconds, delay_when, true
FROM act_policy WHERE act IN ('privacy.export', 'privacy.erase') ORDER BY act, version DESC;
