BEGIN;;
INSERT INTO sign_in (id, method, challenge, opened_at, expires_at, state) VALUES (:signIn, 'PASSKEY', :challenge, :now, :later, 'PENDING');;
COMMIT;;
BEGIN;;
SELECT * FROM sign_in WHERE id = :signIn FOR UPDATE;;
SELECT * FROM passkey WHERE credential_id = :credential AND revoked_at IS NULL FOR UPDATE;;
SELECT c.id, c.phone_sealed, c.level, c.registered_at, k.key_sealed
FROM customer c LEFT JOIN data_key k ON k.customer_id = c.id AND k.kind = 'CONTACT'
WHERE c.id = :person AND c.erased_at IS NULL;;
SELECT * FROM failure_count WHERE subject = :subject;;
SELECT * FROM passkey WHERE credential_id = :credential AND revoked_at IS NULL FOR UPDATE;;
UPDATE passkey SET sign_count = sign_count, backed_up = false, last_used_at = :now WHERE credential_id = :credential;;
SELECT c.id, c.phone_sealed, c.level, c.registered_at, k.key_sealed
FROM customer c LEFT JOIN data_key k ON k.customer_id = c.id AND k.kind = 'CONTACT'
WHERE c.id = :person AND c.erased_at IS NULL;;
UPDATE sign_in SET state = 'COMPLETED' WHERE id = :signIn;;
GATHER;;
KEEP;;
DELETE FROM failure_count WHERE subject = :subject;;
SELECT h.* FROM risk_hold h JOIN risk_hold_way w ON w.hold_id = h.id WHERE w.verification_id = :decision FOR UPDATE OF h;;
WITH proven AS (
    INSERT INTO risk_history (decision_id, person_id, act, amount, proven_at)
    SELECT id, person_id, act, nullif((signals ->> 'amount')::bigint, -1), :now::timestamptz
    FROM risk_decision WHERE id = :decision
    ON CONFLICT (decision_id) DO NOTHING)
INSERT INTO risk_sighting (person_id, trace, first_seen_at, last_seen_at) VALUES (:person, :trace, :now, :now)
ON CONFLICT (person_id, trace) DO UPDATE SET last_seen_at = excluded.last_seen_at;;
SELECT c.id, c.phone_sealed, c.level, c.registered_at, k.key_sealed
FROM customer c LEFT JOIN data_key k ON k.customer_id = c.id AND k.kind = 'CONTACT'
WHERE c.id = :person AND c.erased_at IS NULL;;
INSERT INTO session (id, person_id, client_id, method, device_hash, device_name, opened_at, last_used_at, expires_at)
VALUES (:session, :person, 'anju-app', 'PASSKEY', NULL, 'phone', :now, :now, :later);;
INSERT INTO refresh_token (token_hash, session_id, issued_at) VALUES (:token, :session, :now);;
COMMIT
