-- Until when a replica has one in hand. One that could not be done waits until then, and all others go before it.
ALTER TABLE erasure ADD COLUMN leased_until timestamptz;
ALTER TABLE erasure_item ADD COLUMN leased_until timestamptz;

-- What goes with its key went when its erasure was complete; nothing said so.
UPDATE erasure_item i SET deleted_at = e.completed_at
FROM erasure e, retention_rule r
WHERE e.customer_id = i.customer_id AND e.state = 'COMPLETE' AND r.item = i.item AND r.version = i.rule_version
  AND r.key_kind IS NOT NULL AND i.kept_until IS NOT NULL AND i.deleted_at IS NULL;
