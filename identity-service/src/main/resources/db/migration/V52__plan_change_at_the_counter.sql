-- The second person's word on a change of plan that was opened at the counter.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh) VALUES
('plan.approve', 1, '{approver}', 'L3', '{PASSKEY}', 'repayment-service',
 '/api/v1/staff/loans/{id}/plan-changes/{id}', false, 300, 120, 'decide a change of plan from the counter', '审批柜面还款计划变更');
