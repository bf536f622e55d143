-- A signing key that somebody may have stolen ends at once. Making the next one and ending one take the administrator's second key.
ALTER TABLE signing_key ADD COLUMN withdrawn_at timestamptz;

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, other_resources, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh) VALUES
('keys.rotate', 1, '{admin}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/signing-keys/rotation',
 ARRAY['/api/v1/staff/signing-keys/{kid}/withdrawal'], false, 300, 120, 'change the keys that sign tokens', '更换令牌签名密钥');
