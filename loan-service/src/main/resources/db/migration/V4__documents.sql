-- Documents: the row tells what it is; the content lies encrypted in the document store under the row's id.
CREATE TABLE document (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    kind           text        NOT NULL,
    content_type   text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic')),
    size           bigint      NOT NULL CHECK (size > 0),
    sha256         bytea       NOT NULL CHECK (length(sha256) = 32),
    sealed_key     bytea       NOT NULL,
    uploaded_by    uuid        NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    UNIQUE (application_id, kind, sha256)
);
COMMENT ON COLUMN document.size IS 'bytes, before encryption';
COMMENT ON COLUMN document.sha256 IS 'of the content before encryption';
COMMENT ON COLUMN document.sealed_key IS 'the document''s own key, encrypted by the service''s key set; forgetting it shreds the content';

-- Who read which document, as what.
CREATE TABLE document_reading (
    id          uuid        PRIMARY KEY,
    document_id uuid        NOT NULL REFERENCES document,
    reader      uuid        NOT NULL,
    reader_role text        NOT NULL CHECK (reader_role IN ('OWNER', 'OFFICER')),
    read_at     timestamptz NOT NULL
);
CREATE INDEX document_reading_of ON document_reading (document_id, id);
CREATE TRIGGER document_reading_is_history BEFORE UPDATE OR DELETE ON document_reading
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
