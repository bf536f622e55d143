-- What a customer said to a version of the privacy notice that came after they registered. document: the receipt as signed (JWS);
-- event_id: the leaf of the evidence log. Kept and let go with consents.
CREATE TABLE notice_decision (
    receipt_id  uuid PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer (id),
    version     text        NOT NULL CHECK (length(version) BETWEEN 1 AND 40),
    sha256      text        NOT NULL,
    decision    text        NOT NULL CHECK (decision IN ('ACCEPTED', 'REFUSED')),
    decided_at  timestamptz NOT NULL,
    event_id    uuid        NOT NULL,
    document    text        NOT NULL
);
CREATE INDEX notice_decision_of_customer ON notice_decision (customer_id, decided_at DESC);
CREATE TRIGGER notice_decision_only_grows BEFORE UPDATE OR DELETE ON notice_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('CONSENTS');
