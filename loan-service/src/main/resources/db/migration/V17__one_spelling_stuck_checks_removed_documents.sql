-- A home is found by the hash of its certificate's number in one spelling. Rows of the version before were hashed as typed
-- (form 0); the service hashes them anew, a hundred at a time, since only it has the keys.
ALTER TABLE application ADD COLUMN property_key_form smallint NOT NULL DEFAULT 0 CHECK (property_key_form IN (0, 1));
COMMENT ON COLUMN application.property_key_form IS '1: hash of the number in one spelling; 0: of the number as it was typed';
CREATE INDEX application_to_hash_anew ON application (id) WHERE property_key_form = 0 AND property_key IS NOT NULL;

-- Why a check is being tried again, for the officer who looks at the case.
ALTER TABLE application ADD COLUMN check_fault text CHECK (length(check_fault) <= 100);
COMMENT ON COLUMN application.check_fault IS 'who was asked and what came of it, such as "bureau 401"; nothing personal';

-- The content of a document goes with the purpose; the row stays and tells that it was there.
ALTER TABLE document
    ADD COLUMN removed_at timestamptz,
    ADD CHECK (removed_at IS NULL OR length(sealed_key) = 0);
COMMENT ON COLUMN document.removed_at IS 'since when the content is gone for good: its key is forgotten, its file is removed';

-- Applications whose documents are due to go, and no others, are in this index.
ALTER TABLE application ADD COLUMN documents_gone_at timestamptz;
COMMENT ON COLUMN application.documents_gone_at IS 'when the contents of its documents were let go; null: they are kept';
CREATE INDEX application_documents_to_go ON application (updated_at)
    WHERE documents_gone_at IS NULL AND (state = 'WITHDRAWN' OR erased_at IS NOT NULL);
