-- Money that came by transfer, posted at the counter on its notice.
INSERT INTO act_policy VALUES
('receipt.post', 1, '{teller,loan-officer}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/staff/loans/{id}', true, 300, 120, 'post a transfer notice', '汇款入账');
