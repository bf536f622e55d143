-- The second person's word on a batch that brings the spreads of many loans down.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh) VALUES
('spread.approve', 1, '{approver}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/staff/spread-batches/{id}', false, 300,
 120, 'decide a batch of spread adjustments', '审批批量调整加点');
