-- By which master key a private key is sealed, so that one master key can take the place of another: the beginning of a digest of
-- the key, which is 256 random bits. Empty for keys from before, until they are sealed anew.
ALTER TABLE signing_key ADD COLUMN sealed_by text CHECK (sealed_by ~ '^[0-9a-f]{16}$');
