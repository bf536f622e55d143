-- A second officer's word on a rate request that the rule does not decide.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh) VALUES
('rate.approve', 1, '{approver}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/staff/rate-requests/{id}', false, 300,
 120, 'decide a rate request', '审批利率变更申请');
