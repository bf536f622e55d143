-- Agreements about wallets beside home loans and certificates. What such an agreement is for, its link, stands where a home
-- loan has its application; its principal is the mortgage balance on which the limit was computed.
ALTER TABLE contract DROP CONSTRAINT contract_kind_check;
ALTER TABLE contract ADD CONSTRAINT contract_kind_check
    CHECK (kind IN ('HOME_LOAN', 'SETTLEMENT_CERTIFICATE', 'PLAN_AMENDMENT', 'RATE_AMENDMENT', 'WALLET_AGREEMENT'));
-- One agreement a link, whatever became of it.
CREATE UNIQUE INDEX contract_wallet_agreement ON contract (application_id) WHERE kind = 'WALLET_AGREEMENT';
