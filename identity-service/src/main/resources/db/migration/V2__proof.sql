-- A one-time code sent by SMS. The code is C3: only a keyed hash is kept, and it is useless after expires_at.
CREATE TABLE sms_code (
    id           uuid PRIMARY KEY,
    purpose      text        NOT NULL CHECK (purpose IN ('REGISTRATION', 'SIGN_IN', 'VERIFICATION')),
    phone_hash   bytea       NOT NULL,
    address_hash bytea       NOT NULL,
    code_hash    bytea       NOT NULL,
    sent_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    tries        int         NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    state        text        NOT NULL CHECK (state IN ('PENDING', 'USED', 'SPENT'))
);
CREATE INDEX sms_code_by_phone ON sms_code (phone_hash, sent_at);
CREATE INDEX sms_code_by_address ON sms_code (address_hash, sent_at);

-- The one guard: failures in a row per subject, whatever the way in. subject is a kind and an id or a keyed hash.
CREATE TABLE failure_count (
    subject        text PRIMARY KEY,
    failures       int         NOT NULL CHECK (failures > 0),
    last_failed_at timestamptz NOT NULL
);

-- A phone that asked to be registered, until it has proved itself.
CREATE TABLE registration (
    id           uuid PRIMARY KEY,
    phone_sealed bytea       NOT NULL,
    opened_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PENDING', 'COMPLETED')),
    customer_id  uuid REFERENCES customer (id),
    CHECK ((state = 'COMPLETED') = (customer_id IS NOT NULL))
);

CREATE TABLE sign_in (
    id           uuid PRIMARY KEY,
    method       text        NOT NULL CHECK (method IN ('SMS', 'PASSKEY')),
    phone_sealed bytea,
    challenge    text,
    opened_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PENDING', 'COMPLETED', 'FAILED')),
    CHECK ((method = 'SMS') = (phone_sealed IS NOT NULL)),
    CHECK ((method = 'PASSKEY') = (challenge IS NOT NULL))
);
