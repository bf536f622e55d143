-- A delivery is written three times: told, claimed, delivered. Half of a page is left free for it, so that a claim, which
-- changes nothing that an index knows, stays on its page and leaves the four indexes alone.
ALTER TABLE outbox_delivery SET (fillfactor = 50);
