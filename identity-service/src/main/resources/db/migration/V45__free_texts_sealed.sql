-- What people write about themselves or somebody else (what a teller saw of a customer's papers, what a device or a passkey
-- is called) may name them: it is sealed like a phone number. Rows of the version before, and those that it still writes
-- while both run, hold it in clear until a round has sealed them.
ALTER TABLE account_recovery ADD COLUMN papers_sealed bytea, ALTER COLUMN papers DROP NOT NULL;
ALTER TABLE account_recovery ADD CHECK (num_nonnulls(papers, papers_sealed) = 1);
ALTER TABLE session ADD COLUMN device_name_sealed bytea, ALTER COLUMN device_name DROP NOT NULL;
ALTER TABLE session ADD CHECK (num_nonnulls(device_name, device_name_sealed) = 1);
ALTER TABLE passkey ADD COLUMN name_sealed bytea, ALTER COLUMN name DROP NOT NULL;
ALTER TABLE passkey ADD CHECK (num_nonnulls(name, name_sealed) = 1);

-- What is left to seal; empty, and free, once nothing is. An erased customer's are a dash, which says nothing.
CREATE INDEX account_recovery_clear ON account_recovery (id) WHERE papers <> '-';
CREATE INDEX session_clear ON session (id) WHERE device_name <> '-';
CREATE INDEX passkey_clear ON passkey (id) WHERE name <> '-';
