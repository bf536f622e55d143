-- What each act needs, as data. A changed policy is a new version; the highest version is in force.
CREATE TABLE act_policy (
    act              text NOT NULL,
    version          int  NOT NULL CHECK (version > 0),
    roles            text[] NOT NULL CHECK (cardinality(roles) > 0),
    level            text NOT NULL CHECK (level IN ('L1', 'L2', 'L3')),
    methods          text[] NOT NULL CHECK (methods <@ ARRAY['PASSKEY', 'SMS'] AND cardinality(methods) > 0),
    audience         text NOT NULL,
    resource         text NOT NULL CHECK (resource LIKE '/api/v1/%'),
    moves_money      boolean NOT NULL,
    proof_seconds    int  NOT NULL CHECK (proof_seconds BETWEEN 60 AND 600),
    token_seconds    int  NOT NULL CHECK (token_seconds BETWEEN 10 AND 120),
    title_en         text NOT NULL,
    title_zh         text NOT NULL,
    PRIMARY KEY (act, version)
);

INSERT INTO act_policy VALUES
('application.submit',   1, '{customer}', 'L2', '{PASSKEY,SMS}', 'loan-service', '/api/v1/applications/{id}', false, 300, 120, 'submit a loan application', '提交贷款申请'),
('contract.sign',        1, '{customer}', 'L3', '{PASSKEY}', 'contract-service', '/api/v1/contracts/{id}', false, 300, 120, 'sign a contract', '签署合同'),
('card.bind',            1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/cards', false, 300, 120, 'bind a bank card', '绑定银行卡'),
('card.unbind',          1, '{customer}', 'L2', '{PASSKEY,SMS}', 'repayment-service', '/api/v1/cards/{id}', false, 300, 120, 'unbind a bank card', '解绑银行卡'),
('repayment.prepay',     1, '{customer}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/loans/{id}', true, 300, 120, 'prepay a loan', '提前还款'),
('repayment.plan-change', 1, '{customer}', 'L3', '{PASSKEY}', 'repayment-service', '/api/v1/loans/{id}', false, 300, 120, 'change a repayment plan', '变更还款计划'),
('passkey.add',          1, '{customer}', 'L2', '{PASSKEY,SMS}', 'identity-service', '/api/v1/passkeys', false, 300, 120, 'add a passkey', '添加通行密钥'),
('passkey.revoke',       1, '{customer}', 'L2', '{PASSKEY}', 'identity-service', '/api/v1/passkeys/{id}', false, 300, 120, 'remove a passkey', '移除通行密钥'),
('phone.change',         1, '{customer}', 'L2', '{PASSKEY}', 'identity-service', '/api/v1/me', false, 300, 120, 'change the phone number', '更换手机号'),
('application.approve',  1, '{approver}', 'L3', '{PASSKEY}', 'loan-service', '/api/v1/staff/applications/{id}', false, 300, 120, 'approve an application', '审批贷款申请'),
('disbursement.release', 1, '{loan-officer,approver}', 'L3', '{PASSKEY}', 'loan-service', '/api/v1/staff/applications/{id}', false, 300, 120, 'release a disbursement', '放款');

-- nonce and the act give the passkey challenge. token_id is the jti of the one token minted.
CREATE TABLE verification (
    id               uuid PRIMARY KEY,
    person_id        uuid        NOT NULL REFERENCES person (id),
    act              text        NOT NULL,
    resource         text        NOT NULL,
    body_sha256      text        NOT NULL CHECK (length(body_sha256) = 43),
    audience         text        NOT NULL,
    policy_version   int         NOT NULL,
    method           text        NOT NULL CHECK (method IN ('PASSKEY', 'SMS')),
    nonce            text        NOT NULL UNIQUE,
    token_seconds    int         NOT NULL CHECK (token_seconds BETWEEN 10 AND 120),
    opened_at        timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    failures         int         NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND 5),
    state            text        NOT NULL CHECK (state IN ('PENDING', 'PROVEN', 'EXHAUSTED')),
    token_expires_at timestamptz,
    proven_at        timestamptz,
    token_id         uuid UNIQUE,
    evidence         jsonb,
    FOREIGN KEY (act, policy_version) REFERENCES act_policy (act, version),
    CHECK ((state = 'PROVEN') = (proven_at IS NOT NULL AND token_id IS NOT NULL AND token_expires_at IS NOT NULL)),
    CHECK ((evidence IS NOT NULL) = (state = 'PROVEN' AND method = 'PASSKEY'))
);
CREATE INDEX verification_of_person ON verification (person_id, opened_at DESC);
