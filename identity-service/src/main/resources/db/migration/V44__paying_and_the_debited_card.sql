-- "Signing, paying, unbinding need a token minted for that act": who holds an access token alone debits nobody's card and
-- has instalments taken from no other one. What is paid goes to the customer's own loan and is never more than it owes, so
-- it moves no money in the sense of the rules: they would stop whoever pays in the evening what is late tomorrow.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh) VALUES
('repayment.pay', 1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/loans/{id}', false, 300, 120,
 'pay an instalment', '偿还一期贷款'),
('card.prefer', 1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/cards/{id}', false, 300, 120,
 'change the card that instalments are debited from', '更换扣款银行卡');
