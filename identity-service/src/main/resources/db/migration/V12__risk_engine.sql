-- What the risk rules know beside the accounts themselves. A trace is a keyed hash of a device, an address or a network
-- prefix: it serves to recognise, never to read, and serves nothing else (反电信网络诈骗法 art. 32).

-- Failed proofs by trace; those by person are in failure_count.
CREATE TABLE risk_failure (
    trace     bytea       NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX risk_failure_of_trace ON risk_failure (trace, failed_at);
CREATE INDEX risk_failure_by_time ON risk_failure (failed_at);

-- Network prefixes from which a person has proved themselves.
CREATE TABLE risk_sighting (
    person_id     uuid        NOT NULL REFERENCES person (id),
    trace         bytea       NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, trace)
);
CREATE INDEX risk_sighting_by_time ON risk_sighting (last_seen_at);

-- Acts that were proved, for comparison with the next one. amount in fen.
CREATE TABLE risk_history (
    decision_id uuid PRIMARY KEY,
    person_id   uuid        NOT NULL REFERENCES person (id),
    act         text        NOT NULL,
    amount      bigint CHECK (amount >= 0),
    proven_at   timestamptz NOT NULL
);
CREATE INDEX risk_history_of_person ON risk_history (person_id, act, proven_at DESC);

-- Traces known to be bad, until a day.
CREATE TABLE risk_listed (
    id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    trace    bytea       NOT NULL UNIQUE,
    kind     text        NOT NULL CHECK (kind IN ('DEVICE', 'ADDRESS', 'PREFIX')),
    reason   text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    added_by uuid        NOT NULL REFERENCES person (id),
    added_at timestamptz NOT NULL,
    until    timestamptz NOT NULL CHECK (until > added_at)
);

-- Grows by one with each change of a rule: whoever has rules of another version reads them anew.
CREATE TABLE risk_rule_set (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL
);
INSERT INTO risk_rule_set (version) VALUES (1);

ALTER TABLE risk_rule DROP CONSTRAINT risk_rule_outcome_check;
ALTER TABLE risk_rule ADD CONSTRAINT risk_rule_outcome_check
    CHECK (outcome IN ('ALLOW', 'STRONGER_METHOD', 'HOLD', 'DENY'));

-- A decision says by itself why it was made. rules: every live version that was asked. counted: not for acts by which a
-- customer leaves, which nothing may be made of.
ALTER TABLE risk_decision
    ADD COLUMN rules         jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN lifted        jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN broken        jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN score         int     NOT NULL DEFAULT 0 CHECK (score >= 0),
    ADD COLUMN score_card    int     NOT NULL DEFAULT 1,
    ADD COLUMN contributions jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN reason_en     text    NOT NULL DEFAULT '',
    ADD COLUMN reason_zh     text    NOT NULL DEFAULT '',
    ADD COLUMN device        bytea,
    ADD COLUMN address       bytea,
    ADD COLUMN prefix        bytea,
    ADD COLUMN counted       boolean NOT NULL DEFAULT true;
CREATE INDEX risk_decision_by_time ON risk_decision (decided_at DESC, id DESC);

-- An act that waits for a risk officer; its id is that of the decision that held it. amount in fen, null when unknown.
CREATE TABLE risk_hold (
    id             uuid PRIMARY KEY REFERENCES risk_decision (id),
    person_id      uuid        NOT NULL REFERENCES person (id),
    act            text        NOT NULL,
    resource       text        NOT NULL,
    amount         bigint CHECK (amount >= 0),
    rules          text[]      NOT NULL CHECK (cardinality(rules) > 0),
    reason_en      text        NOT NULL,
    reason_zh      text        NOT NULL,
    remedy_en      text        NOT NULL,
    remedy_zh      text        NOT NULL,
    documents_en   text[]      NOT NULL,
    documents_zh   text[]      NOT NULL CHECK (cardinality(documents_zh) = cardinality(documents_en)),
    held_at        timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('HELD', 'RELEASED', 'REFUSED', 'USED')),
    decided_by     uuid REFERENCES person (id),
    decided_at     timestamptz,
    note           text CHECK (length(note) BETWEEN 1 AND 1000),
    released_until timestamptz,
    used_at        timestamptz,
    CHECK (decided_by <> person_id),
    CHECK ((state = 'HELD') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (note IS NULL)),
    CHECK ((state IN ('RELEASED', 'USED')) = (released_until IS NOT NULL)),
    CHECK ((state = 'USED') = (used_at IS NOT NULL))
);
-- Asking again does not hold again.
CREATE UNIQUE INDEX risk_hold_once ON risk_hold (person_id, act, resource, coalesce(amount, -1)) WHERE state = 'HELD';
CREATE INDEX risk_hold_released ON risk_hold (person_id, act, resource) WHERE state = 'RELEASED';
CREATE INDEX risk_hold_by_state ON risk_hold (state, id DESC);
CREATE INDEX risk_hold_of_person ON risk_hold (person_id, id DESC);

-- Which verification was opened by which releases; the first that is proved uses them up.
CREATE TABLE risk_hold_way (
    verification_id uuid NOT NULL,
    hold_id         uuid NOT NULL REFERENCES risk_hold (id),
    PRIMARY KEY (verification_id, hold_id)
);

-- Something that a member of staff has to look at before due_at.
CREATE TABLE risk_alert (
    id          uuid PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('ACT_HELD', 'ACT_DENIED', 'SIGN_IN_LOCKED')),
    person_id   uuid        NOT NULL REFERENCES person (id),
    reference   uuid        NOT NULL,
    raised_at   timestamptz NOT NULL,
    due_at      timestamptz NOT NULL CHECK (due_at > raised_at),
    state       text        NOT NULL CHECK (state IN ('OPEN', 'ASSIGNED', 'CLOSED')),
    owner_id    uuid REFERENCES person (id),
    assigned_at timestamptz,
    finding     text CHECK (finding IN ('FALSE_ALARM', 'EXPLAINED', 'NOT_EXPLAINED', 'FRAUD')),
    note        text CHECK (length(note) BETWEEN 1 AND 1000),
    closed_at   timestamptz,
    CHECK (owner_id <> person_id),
    CHECK ((state = 'OPEN') = (owner_id IS NULL) AND (owner_id IS NULL) = (assigned_at IS NULL)),
    CHECK ((state = 'CLOSED') = (finding IS NOT NULL AND note IS NOT NULL AND closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX risk_alert_once ON risk_alert (kind, reference) WHERE state <> 'CLOSED';
CREATE INDEX risk_alert_by_due ON risk_alert (due_at, id) WHERE state <> 'CLOSED';
CREATE INDEX risk_alert_by_owner ON risk_alert (owner_id, id DESC);

-- What is large for an act, in fen (null: the act moves nothing); whether an officer must always release it.
ALTER TABLE act_policy
    ADD COLUMN large_fen        bigint CHECK (large_fen > 0),
    ADD COLUMN officer_releases boolean NOT NULL DEFAULT false;
UPDATE act_policy SET large_fen = 50000000 WHERE moves_money;
INSERT INTO act_policy VALUES
('risk.release', 1, '{risk-officer}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/holds/{id}', false, 300, 120, 'release or refuse a held act', '放行或拒绝被拦截的操作');

-- The rules of the beginning, with the new signals. Signing in is judged by where it comes from, never by failures that
-- anybody can cause.
UPDATE risk_rule SET state = 'RETIRED'
WHERE name IN ('repeated-failures', 'failures-ask-more', 'off-hours-large-movement', 'off-hours-unknown-amount', 'new-device');
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh)
SELECT name, 2, 'LIVE', changed.condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh
FROM risk_rule JOIN (VALUES
    ('repeated-failures', 'act != "sign-in" && failures24h >= 8'),
    ('failures-ask-more', 'act != "sign-in" && failures24h >= 3'),
    ('off-hours-large-movement', 'movesMoney && offHours && amount >= largeAmount'),
    ('off-hours-unknown-amount', 'movesMoney && offHours && !amountProven'),
    ('new-device', 'act != "sign-in" && newDevice')) AS changed (rule, condition) ON rule = name
WHERE version = 1;
INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh, documents_en, documents_zh) VALUES
('policy-asks-release', 1, 'LIVE', 'officerReleases', 'HOLD',
 'This act is always looked at by a risk officer.', '此操作须经风险专员审核。',
 'Wait for the officer; you will be told.', '请等待审核，结果会通知您。', '{}', '{}'),
('listed-device', 1, 'LIVE', 'listedDevice', 'HOLD',
 'This device was used in a fraud.', '该设备曾用于欺诈。',
 'Use another device, or visit a branch.', '请更换设备，或到网点办理。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']),
('listed-address', 1, 'LIVE', 'listedAddress', 'STRONGER_METHOD',
 'This network address was used in a fraud.', '该网络地址曾用于欺诈。',
 'Use a passkey, or another network.', '请使用通行密钥，或更换网络。', '{}', '{}'),
('place-under-attack', 1, 'LIVE', 'failuresDevice24h >= 20 || failuresAddress24h >= 200', 'STRONGER_METHOD',
 'Many failed proofs from this device or network.', '该设备或网络多次验证失败。',
 'Use a passkey, or another network.', '请使用通行密钥，或更换网络。', '{}', '{}'),
('new-place-large-movement', 1, 'LIVE', 'movesMoney && newDevice && newPlace && amount >= largeAmount', 'HOLD',
 'A large amount from a device and a place that are new to this account.', '在新设备、新地点发起的大额资金变动。',
 'Confirm with a risk officer by telephone, or visit a branch.', '请致电风险专员确认，或到网点办理。',
 ARRAY['Resident ID card', 'Purpose of the payment'], ARRAY['居民身份证', '款项用途说明']),
('phone-just-changed', 1, 'LIVE', 'movesMoney && phoneChangedHours >= 0 && phoneChangedHours < 72 && amount >= largeAmount', 'HOLD',
 'A large amount within three days of a change of phone.', '更换手机号三日内的大额资金变动。',
 'Wait three days, or visit a branch.', '请三日后重试，或到网点办理。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']),
('high-score', 1, 'LIVE', 'score >= 80', 'HOLD',
 'Several unusual circumstances at once.', '同时出现多项异常情况。',
 'Confirm with a risk officer by telephone, or visit a branch.', '请致电风险专员确认，或到网点办理。',
 ARRAY['Resident ID card'], ARRAY['居民身份证']);
