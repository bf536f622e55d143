-- A touch opens one door. To approve, to reject and to roll back a rule were one act on one resource with no body, to release, to
-- lift and to refuse a hold one act on one resource with a note: a page that showed one could do another. Each is a resource of its
-- own now. To propose a rule stays on the collection.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, collection, moves_money,
                        large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds,
                        delay_open_seconds, delay_recent_seconds, delay_when)
SELECT DISTINCT ON (act) act, version + 1, roles, level, methods, audience,
       CASE act WHEN 'rule.change' THEN '/api/v1/staff/rules/{id}/approval' ELSE '/api/v1/staff/holds/{id}/release' END,
       CASE act WHEN 'rule.change' THEN ARRAY['/api/v1/staff/rules/{id}/rejection', '/api/v1/staff/rules/{id}/rollback']
                ELSE ARRAY['/api/v1/staff/holds/{id}/lifting', '/api/v1/staff/holds/{id}/refusal'] END,
       collection, moves_money, large_fen, officer_releases, proof_seconds, token_seconds, title_en, title_zh, delay_seconds,
       delay_open_seconds, delay_recent_seconds, delay_when
FROM act_policy WHERE act IN ('rule.change', 'risk.release') ORDER BY act, version DESC;
