-- What care-service told of complaints: that one was opened, about what; that it was answered, how. Never a word of what was
-- written. No foreign key: the customer may be gone.
CREATE TABLE complaint_audit (
    event_id     uuid PRIMARY KEY,
    complaint_id uuid        NOT NULL,
    customer_id  uuid        NOT NULL,
    step         text        NOT NULL CHECK (step IN ('OPENED', 'ANSWERED')),
    code         text        NOT NULL,
    told_at      timestamptz NOT NULL
);
CREATE INDEX complaint_audit_of_customer ON complaint_audit (customer_id, told_at DESC);
CREATE TRIGGER complaint_audit_only_grows BEFORE UPDATE OR DELETE ON complaint_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
