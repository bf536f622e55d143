-- Who is known here. A person is a customer or a member of staff; what both have (passkeys, sessions,
-- verifications) hangs on person, what only one has hangs on its own table.
CREATE TABLE person (
    id   uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('CUSTOMER', 'STAFF')),
    UNIQUE (id, kind)
);

-- Phone: C2, sealed; found again by its keyed hash.
CREATE TABLE customer (
    id            uuid PRIMARY KEY,
    kind          text        NOT NULL DEFAULT 'CUSTOMER' CHECK (kind = 'CUSTOMER'),
    phone_sealed  bytea       NOT NULL,
    phone_hash    bytea       NOT NULL UNIQUE,
    level         text        NOT NULL CHECK (level IN ('L1', 'L2', 'L3')),
    registered_at timestamptz NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES person (id, kind)
);

-- One ID number is one person: the unique hash states it.
CREATE TABLE real_name (
    customer_id      uuid PRIMARY KEY REFERENCES customer (id),
    name_sealed      bytea       NOT NULL,
    id_number_sealed bytea       NOT NULL,
    id_number_hash   bytea       NOT NULL UNIQUE,
    face_reference   text        NOT NULL,
    checked_at       timestamptz NOT NULL
);

CREATE TABLE notice_acceptance (
    customer_id uuid        NOT NULL REFERENCES customer (id),
    version     text        NOT NULL,
    sha256      text        NOT NULL,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (customer_id, version, sha256)
);

CREATE TABLE staff_member (
    id              uuid PRIMARY KEY,
    kind            text  NOT NULL DEFAULT 'STAFF' CHECK (kind = 'STAFF'),
    name            text  NOT NULL UNIQUE,
    role            text  NOT NULL CHECK (role IN ('loan-officer', 'approver', 'teller', 'risk-officer',
                                                   'compliance', 'auditor', 'admin')),
    enrolment_hash  bytea NOT NULL UNIQUE,
    enrolled_at     timestamptz,
    FOREIGN KEY (id, kind) REFERENCES person (id, kind)
);
