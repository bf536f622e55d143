-- Stopping a loan's automatic debit is an act of its own: it leaves the loan to be paid by hand, as unbinding the last card
-- does, and is verified alike.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh) VALUES
('debit.stop', 1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/loans/{id}', false, 300, 120,
 'stop the automatic debit of a loan', '停止贷款自动扣款');
