-- A second officer's word on the public holidays of a year: bills and permitted contacts go by them.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh) VALUES
('calendar.approve', 1, '{compliance}', 'L3', '{PASSKEY}', 'care-service', '/api/v1/staff/calendars/{id}', false, 300, 120,
 'decide the public holidays of a year', '审批年度节假日安排');
