-- Applications that led to no loan, of a customer whom identity-service has erased: what was declared is gone (facts are
-- empty), and so are the keys of the papers (sealed_key is empty, which shreds their content). What was decided, when and by
-- whom stays. Nothing reads such a row as an application any more.
ALTER TABLE application
    ADD COLUMN erased_at timestamptz,
    ADD CHECK (erased_at IS NULL OR state IN ('DRAFT', 'DECLINED', 'WITHDRAWN')),
    ADD CHECK (erased_at IS NULL OR property_key IS NULL);
