-- What care-service told: who asked to contact whom, and what the answer was. No foreign key: the customer may be gone.
CREATE TABLE contact_audit (
    event_id    uuid PRIMARY KEY,
    permit_id   uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    agency      text        NOT NULL,
    purpose     text        NOT NULL,
    channel     text        NOT NULL,
    code        text        NOT NULL,
    decided_at  timestamptz NOT NULL
);
CREATE INDEX contact_audit_of_customer ON contact_audit (customer_id, decided_at DESC);
CREATE TRIGGER contact_audit_only_grows BEFORE UPDATE OR DELETE ON contact_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
