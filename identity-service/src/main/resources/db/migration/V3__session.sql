-- A signed-in device. Ended sessions stay, so that reuse of their tokens is recognised.
CREATE TABLE session (
    id           uuid PRIMARY KEY,
    person_id    uuid        NOT NULL REFERENCES person (id),
    client_id    text        NOT NULL,
    method       text        NOT NULL CHECK (method IN ('SMS', 'PASSKEY')),
    device_hash  bytea,
    device_name  text        NOT NULL CHECK (length(device_name) BETWEEN 1 AND 80),
    opened_at    timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_because text CHECK (ended_because IN ('SIGNED_OUT', 'TOKEN_REUSED')),
    CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
CREATE INDEX session_of_person ON session (person_id, opened_at DESC);

-- Refresh tokens of a session, one row each, by SHA-256. Exactly one of a live session is not superseded.
CREATE TABLE refresh_token (
    token_hash    bytea PRIMARY KEY,
    session_id    uuid        NOT NULL REFERENCES session (id),
    issued_at     timestamptz NOT NULL,
    superseded_at timestamptz
);
CREATE UNIQUE INDEX refresh_token_current ON refresh_token (session_id) WHERE superseded_at IS NULL;

-- Assertions of clients seen until they expire: each opens the token endpoint once.
CREATE TABLE client_assertion (
    client_id  text        NOT NULL,
    jti        text        NOT NULL CHECK (length(jti) BETWEEN 1 AND 128),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (client_id, jti)
);

-- Signing keys. private_sealed is AES-256-GCM under the master key from outside.
-- published from created_at to forget_at; signs from signs_from until the next one does.
CREATE TABLE signing_key (
    kid            text PRIMARY KEY,
    public_jwk     jsonb       NOT NULL,
    private_sealed bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    signs_from     timestamptz NOT NULL,
    forget_at      timestamptz,
    CHECK (signs_from >= created_at),
    CHECK (forget_at > signs_from)
);
