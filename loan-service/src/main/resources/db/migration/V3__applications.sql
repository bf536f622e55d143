-- One row per application; what it declares is encrypted (facts), what a state adds is JSON without personal data.
CREATE TABLE application (
    id                 uuid        PRIMARY KEY,
    customer_id        uuid        NOT NULL,
    product            text        NOT NULL,
    product_version    integer     NOT NULL,
    state              text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'CHECKING', 'IN_REVIEW',
                                       'MORE_INFORMATION_NEEDED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'CONTRACTED',
                                       'DISBURSING', 'ACTIVE', 'SETTLED')),
    version            bigint      NOT NULL CHECK (version > 0),
    facts              bytea       NOT NULL,
    state_data         text        NOT NULL CHECK (state_data IS JSON OBJECT),
    principal          bigint      NOT NULL CHECK (principal >= 0),
    property_key       bytea,
    recommended_by     uuid,
    decided_by         uuid,
    claimed_by         uuid,
    claimed_until      timestamptz,
    contract_id        uuid        UNIQUE,
    certificate_number text,
    loan_id            uuid        UNIQUE,
    check_due_at       timestamptz,
    check_attempts     integer     NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    FOREIGN KEY (product, product_version) REFERENCES product_version,
    -- Two people decide.
    CHECK (decided_by <> recommended_by),
    CHECK (state NOT IN ('APPROVED', 'DECLINED', 'CONTRACTED', 'DISBURSING', 'ACTIVE', 'SETTLED')
           OR (recommended_by IS NOT NULL AND decided_by IS NOT NULL)),
    CHECK (state NOT IN ('CONTRACTED', 'DISBURSING', 'ACTIVE', 'SETTLED') OR contract_id IS NOT NULL),
    -- No money without a registered mortgage.
    CHECK (state NOT IN ('DISBURSING', 'ACTIVE', 'SETTLED') OR certificate_number IS NOT NULL),
    CHECK (state NOT IN ('ACTIVE', 'SETTLED') OR loan_id IS NOT NULL),
    CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
    CHECK (state <> 'CHECKING' OR check_due_at IS NOT NULL)
);
COMMENT ON COLUMN application.principal IS 'fen, all tranches together; 0 until filled in';
COMMENT ON COLUMN application.property_key IS 'keyed hash of the property certificate number, to find a second application for one home';
CREATE INDEX application_of_customer ON application (customer_id, id);
CREATE INDEX application_queue ON application (state, id);
CREATE INDEX application_to_check ON application (check_due_at) WHERE state IN ('SUBMITTED', 'CHECKING');
CREATE INDEX application_of_property ON application (property_key)
    WHERE state NOT IN ('DRAFT', 'DECLINED', 'WITHDRAWN', 'SETTLED');

-- Every transition: who, why, when.
CREATE TABLE application_timeline (
    application_id uuid        NOT NULL REFERENCES application,
    version        bigint      NOT NULL,
    at             timestamptz NOT NULL,
    actor_kind     text        NOT NULL CHECK (actor_kind IN ('CUSTOMER', 'OFFICER', 'SERVICE')),
    actor          text        NOT NULL,
    from_state     text,
    to_state       text        NOT NULL,
    reason         text        NOT NULL,
    PRIMARY KEY (application_id, version)
);
COMMENT ON COLUMN application_timeline.version IS 'version of the application that the transition made';
CREATE TRIGGER application_timeline_is_history BEFORE UPDATE OR DELETE ON application_timeline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What identity told of the consent to credit checks; the record of consent itself is identity's.
CREATE TABLE credit_check_consent (
    customer_id uuid        PRIMARY KEY,
    granted     boolean     NOT NULL,
    receipt_id  text        NOT NULL,
    changed_at  timestamptz NOT NULL
);
