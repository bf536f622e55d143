-- A payout that failed is given up by two people: the second one's word is about the books, like a payment taken back.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, collection, moves_money,
                        large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds,
                        delay_open_seconds, delay_recent_seconds, delay_when)
SELECT act, version + 1, roles, level, methods, audience, resource,
       other_resources || '/api/v1/staff/loans/{id}/payout-cancellations/{id}'::text, collection, moves_money, large_fen,
       officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds, delay_open_seconds,
       delay_recent_seconds, delay_when
FROM act_policy WHERE act = 'ledger.correct' ORDER BY version DESC LIMIT 1;
