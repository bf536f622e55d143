-- A customer who lost every passkey, helped at a counter: identified by one member of staff, let back in by another.
-- code_hash is the keyed hash of what the customer takes home in hand; it is good once.
CREATE TABLE account_recovery (
    id              uuid PRIMARY KEY,
    customer_id     uuid        NOT NULL REFERENCES customer (id),
    face_reference  text        NOT NULL,
    papers          text        NOT NULL CHECK (length(papers) BETWEEN 1 AND 500),
    proposed_by     uuid        NOT NULL REFERENCES staff_member (id),
    proposed_at     timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED', 'COMPLETED')),
    decided_by      uuid REFERENCES staff_member (id),
    decided_at      timestamptz,
    code_hash       bytea UNIQUE,
    code_expires_at timestamptz,
    completed_at    timestamptz,
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state IN ('APPROVED', 'COMPLETED')) = (code_hash IS NOT NULL AND code_expires_at IS NOT NULL)),
    CHECK ((state = 'COMPLETED') = (completed_at IS NOT NULL)),
    CHECK (state = 'REJECTED' OR decided_by <> proposed_by)
);
CREATE INDEX account_recovery_of_customer ON account_recovery (customer_id, id DESC);

-- A customer's change of phone. The old side was proved by the verification; the new phone is here until it proved itself,
-- and at the customer from then on.
CREATE TABLE phone_change (
    id           uuid PRIMARY KEY,
    customer_id  uuid        NOT NULL REFERENCES customer (id),
    phone_sealed bytea,
    opened_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    completed_at timestamptz,
    CHECK ((completed_at IS NULL) = (phone_sealed IS NOT NULL))
);
CREATE INDEX phone_change_of_customer ON phone_change (customer_id, id DESC);

-- When a signature came whose counter had gone back: a sign, not a proof, of a cloned authenticator.
ALTER TABLE passkey ADD COLUMN counter_went_back_at timestamptz;

ALTER TABLE sms_code DROP CONSTRAINT sms_code_purpose_check;
ALTER TABLE sms_code ADD CONSTRAINT sms_code_purpose_check
    CHECK (purpose IN ('REGISTRATION', 'SIGN_IN', 'VERIFICATION', 'PHONE_CHANGE'));

-- The old side is proved by a passkey, or by a code on the old phone; the new phone proves itself afterwards in any case.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh)
SELECT 'phone.change', max(version) + 1, '{customer}', 'L1', '{PASSKEY,SMS}', 'identity-service',
       '/api/v1/me/phone-changes', false, 300, 120, 'change the phone number', '更换手机号'
FROM act_policy WHERE act = 'phone.change';

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh) VALUES
('recovery.approve', 1, '{loan-officer,approver}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/recoveries/{id}', false, 300, 120, 'let a customer back into their account', '恢复客户账户');
