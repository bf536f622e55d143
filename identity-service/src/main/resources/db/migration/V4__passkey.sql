-- Public keys of authenticators. Nothing biometric reaches the server. Revoked ones stay as a record.
CREATE TABLE passkey (
    id            uuid PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES person (id),
    credential_id bytea       NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 16 AND 1023),
    public_key    bytea       NOT NULL,
    algorithm     int         NOT NULL CHECK (algorithm IN (-7, -8, -257)),
    aaguid        uuid        NOT NULL,
    sign_count    bigint      NOT NULL CHECK (sign_count >= 0),
    backup_eligible boolean   NOT NULL,
    backed_up     boolean     NOT NULL,
    transports    text[]      NOT NULL,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    enrolled_at   timestamptz NOT NULL,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    CHECK (backup_eligible OR NOT backed_up)
);
CREATE INDEX passkey_of_person ON passkey (person_id, enrolled_at);

-- A challenge for enrolment: one at a time per person, taken away by its use.
CREATE TABLE passkey_enrolment (
    person_id  uuid PRIMARY KEY REFERENCES person (id),
    challenge  text        NOT NULL,
    expires_at timestamptz NOT NULL
);
