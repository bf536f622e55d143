-- What linking and unlinking a wallet, and changing how a rate is set, need to be proven.
INSERT INTO act_policy VALUES
('wallet.link',   1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/wallet-links', false, 300, 120, 'link a credit wallet', '关联信用钱包'),
('wallet.unlink', 1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/wallet-links/{id}', false, 300, 120, 'unlink a credit wallet', '解除信用钱包关联'),
('rate.change',   1, '{customer}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/loans/{id}', false, 300, 120, 'change how a rate is set', '变更利率调整方式');

-- What repayment-service told of wallet links. No foreign key: the customer may be gone.
CREATE TABLE wallet_audit (
    event_id    uuid PRIMARY KEY,
    link_id     uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    step        text        NOT NULL CHECK (step IN ('LINKED', 'UNLINK_REQUESTED', 'UNLINKED')),
    told_at     timestamptz NOT NULL
);
CREATE INDEX wallet_audit_of_customer ON wallet_audit (customer_id, told_at DESC);
CREATE TRIGGER wallet_audit_only_grows BEFORE UPDATE OR DELETE ON wallet_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
