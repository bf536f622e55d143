-- A second person's word on what corrects the books: late charges waived, a payment taken back, a break with the rail
-- ended by moving money. One act, on the very thing that is decided.
-- An act may be done on things of several kinds.
ALTER TABLE act_policy ADD COLUMN other_resources text[] NOT NULL DEFAULT '{}';
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, moves_money,
                        proof_seconds, token_seconds, title_en, title_zh) VALUES
('ledger.correct', 1, '{approver,loan-officer,admin}', 'L3', '{PASSKEY}', 'repayment-service',
 '/api/v1/staff/loans/{id}/waivers/{id}',
 ARRAY['/api/v1/staff/loans/{id}/payment-reversals/{id}', '/api/v1/staff/breaks/{id}'],
 true, 300, 120, 'correct the books', '账务更正');
