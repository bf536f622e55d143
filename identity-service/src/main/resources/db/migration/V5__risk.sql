-- Rules over the signals of a request. A version is never changed; a new one takes its place.
CREATE TABLE risk_rule (
    name       text        NOT NULL,
    version    int         NOT NULL CHECK (version > 0),
    state      text        NOT NULL CHECK (state IN ('LIVE', 'SHADOW', 'RETIRED')),
    condition  text        NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('STRONGER_METHOD', 'HOLD', 'DENY')),
    reason_en  text        NOT NULL,
    reason_zh  text        NOT NULL,
    remedy_en  text        NOT NULL,
    remedy_zh  text        NOT NULL,
    documents_en text[]    NOT NULL,
    documents_zh text[]    NOT NULL CHECK (cardinality(documents_zh) = cardinality(documents_en)),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, version)
);
CREATE UNIQUE INDEX risk_rule_live ON risk_rule (name) WHERE state = 'LIVE';

CREATE TABLE risk_decision (
    id         uuid PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES person (id),
    act        text        NOT NULL,
    signals    jsonb       NOT NULL,
    fired      jsonb       NOT NULL,
    shadow     jsonb       NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('ALLOW', 'STRONGER_METHOD', 'HOLD', 'DENY')),
    decided_at timestamptz NOT NULL
);
CREATE INDEX risk_decision_of_person ON risk_decision (person_id, decided_at DESC);

INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh) VALUES
('repeated-failures', 1, 'LIVE', 'failures24h >= 8', 'HOLD',
 'Many failed proofs in the last 24 hours.', '过去24小时内多次验证失败。',
 'Visit a branch, or call the number on your card, to confirm it was you.', '请到网点或拨打银行卡背面的电话确认系您本人操作。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']),
('failures-ask-more', 1, 'LIVE', 'failures24h >= 3', 'STRONGER_METHOD',
 'Several failed proofs in the last 24 hours.', '过去24小时内有多次验证失败。',
 'Use a passkey.', '请使用通行密钥验证。', '{}', '{}'),
('off-hours-large-movement', 1, 'LIVE',
 'movesMoney && (hour >= 22 || hour < 6) && amount >= 50000000', 'HOLD',
 'A large amount outside working hours (22:00 to 06:00).', '非工作时间（22:00至06:00）的大额资金变动。',
 'Try again after 06:00, or confirm with a risk officer by telephone.', '请于6:00后重试，或致电风险专员确认。',
 ARRAY['Resident ID card', 'Purpose of the payment'], ARRAY['居民身份证', '款项用途说明']),
('off-hours-unknown-amount', 1, 'LIVE',
 'movesMoney && (hour >= 22 || hour < 6) && amount < 0', 'STRONGER_METHOD',
 'A movement of money outside working hours (22:00 to 06:00).', '非工作时间（22:00至06:00）的资金变动。',
 'Use a passkey.', '请使用通行密钥验证。', '{}', '{}'),
('new-device', 1, 'LIVE', 'newDevice', 'STRONGER_METHOD',
 'Signed in on a device that is new to this account.', '您正在新设备上操作。',
 'Use a passkey.', '请使用通行密钥验证。', '{}', '{}'),
('many-acts', 1, 'LIVE', 'acts1h >= 60', 'HOLD',
 'Unusually many protected acts within an hour.', '一小时内受保护操作次数异常。',
 'Wait an hour, or visit a branch.', '请一小时后重试，或到网点办理。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']);
