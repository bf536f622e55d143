-- Customers whom identity-service has erased: an access token that still lives begins nothing for them, and what was told
-- before is not kept when it arrives after. The id names nobody any more.
CREATE TABLE erased_customer (
    customer_id uuid        PRIMARY KEY,
    at          timestamptz NOT NULL
);
COMMENT ON COLUMN erased_customer.at IS 'when identity-service erased the customer';
INSERT INTO erased_customer (customer_id, at)
    SELECT customer_id, min(erased_at) FROM application WHERE erased_at IS NOT NULL GROUP BY customer_id;
