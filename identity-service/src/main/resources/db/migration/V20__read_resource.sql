-- Which application, loan, contract, complaint or appointment was looked at; nothing where it was the customer as such, and in
-- records from before.
ALTER TABLE access_record
    ADD COLUMN resource_kind text,
    ADD COLUMN resource_id   uuid,
    ADD CONSTRAINT access_record_resource_whole CHECK ((resource_kind IS NULL) = (resource_id IS NULL));

-- Tables lead with whose rows they hold (docs/distribution.md).
CREATE INDEX registration_of_customer ON registration (customer_id);
