-- What the maker of an authenticator said of it, and whether this installation believed it at the enrolment. Passkeys
-- from before were enrolled without a look at that, which is the same as no attestation.
ALTER TABLE passkey
    ADD COLUMN attestation_format text NOT NULL DEFAULT 'none'
        CHECK (attestation_format IN ('none', 'packed', 'tpm', 'android-key', 'apple')),
    ADD COLUMN attestation_trust text NOT NULL DEFAULT 'NONE'
        CHECK (attestation_trust IN ('NONE', 'SELF', 'UNTRUSTED', 'TRUSTED')),
    ADD COLUMN trust_path_sha256 bytea CHECK (length(trust_path_sha256) = 32),
    ADD COLUMN backup_changed_at timestamptz,
    ADD CHECK ((attestation_format = 'none') = (attestation_trust = 'NONE')),
    ADD CHECK (attestation_trust <> 'SELF' OR attestation_format = 'packed'),
    ADD CHECK ((trust_path_sha256 IS NOT NULL) = (attestation_trust IN ('UNTRUSTED', 'TRUSTED')));
