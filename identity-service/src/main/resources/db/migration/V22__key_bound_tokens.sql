-- Tokens that are bound to a key of the device (RFC 9449). Without a key a refresh token is a bearer token, as all were.
ALTER TABLE session ADD COLUMN declares_key boolean NOT NULL DEFAULT false;
ALTER TABLE session ADD CONSTRAINT session_key_declaration UNIQUE (id, declares_key);

ALTER TABLE refresh_token ADD COLUMN key_thumbprint text
    CHECK (key_thumbprint ~ '^[A-Za-z0-9_-]{43}$'); -- SHA-256 of the JWK (RFC 7638), base64url
ALTER TABLE refresh_token ADD COLUMN declares_key boolean NOT NULL DEFAULT false;

-- RFC 9449, section 5.2: a session whose device declared that its tokens are bound has no bearer token among them.
ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_as_declared
    FOREIGN KEY (session_id, declares_key) REFERENCES session (id, declares_key) ON UPDATE CASCADE;
ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_bound_as_declared
    CHECK (key_thumbprint IS NOT NULL OR NOT declares_key);
