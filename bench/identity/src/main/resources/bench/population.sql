-- People with a past: each with an old session on one device, three places, a passkey, and their share of the decisions
-- of a year. Triggers and foreign keys rest meanwhile; what is written here is whole by itself.
SET session_replication_role = replica;;
INSERT INTO person (id, kind) SELECT ('00000000-0000-7000-a000-' || lpad(i::text, 12, '0'))::uuid, 'CUSTOMER'
    FROM generate_series(1, :people) i;;
INSERT INTO customer (id, phone_sealed, phone_hash, level, registered_at)
    SELECT id, '\x00', sha256(id::text::bytea), 'L3', now() - interval '400 days' FROM person;;
INSERT INTO session (id, person_id, client_id, method, device_hash, device_name, opened_at, last_used_at, expires_at)
    SELECT md5('session' || id)::uuid, id, 'anju-app', 'PASSKEY', sha256(('device' || id)::bytea), 'phone',
           now() - interval '30 days', now(), now() + interval '60 days' FROM person;;
INSERT INTO passkey (id, person_id, credential_id, public_key, algorithm, aaguid, sign_count, backup_eligible, backed_up,
                     transports, name, enrolled_at)
    SELECT md5('passkey' || id)::uuid, id, sha256(('credential' || id)::bytea), '\x00', -7, md5('')::uuid, 0, false, false,
           '{internal}', 'phone', now() - interval '399 days' FROM person;;
INSERT INTO risk_sighting (person_id, trace, first_seen_at, last_seen_at)
    SELECT id, sha256((k || 'place' || id)::bytea), now() - interval '100 days', now() FROM person, generate_series(1, 3) k;;
INSERT INTO risk_decision (id, person_id, act, signals, fired, shadow, outcome, decided_at, rules, score, contributions,
                           device, address, prefix, counted)
    SELECT md5('decision' || i)::uuid,
           ('00000000-0000-7000-a000-' || lpad((1 + i % :people)::text, 12, '0'))::uuid,
           (ARRAY['repayment.prepay', 'sign-in', 'card.unbind', 'contract.sign'])[1 + i % 4],
           ':signals',
           '[]', '[]', 'ALLOW', now() - random() * interval '365 days',
           ':rules',
           0, '{}', sha256('device'), sha256(i::text::bytea), sha256((i % 10000)::text::bytea), i % 4 <> 2
    FROM generate_series(1, :history) i;;
INSERT INTO risk_history (decision_id, person_id, act, amount, proven_at)
    SELECT id, person_id, act, CASE act WHEN 'repayment.prepay' THEN 1000000 END, decided_at FROM risk_decision WHERE act <> 'card.unbind';;
INSERT INTO risk_failure (trace, failed_at)
    SELECT sha256((i % 20000)::text::bytea), now() - random() * interval '2 days' FROM generate_series(1, :history / 10) i;;
INSERT INTO risk_listed (trace, kind, reason, added_by, added_at, until)
    SELECT sha256(('listed' || i)::bytea), 'DEVICE', 'a fraud', (SELECT min(id::text)::uuid FROM person), now(), now() + interval '1 day'
    FROM generate_series(1, 1000) i;;
INSERT INTO failure_count (subject, failures, last_failed_at)
    SELECT 'person:' || id, 1, now() - interval '1 hour' FROM person LIMIT 1000;;
SET session_replication_role = origin;;
VACUUM ANALYZE;;
CHECKPOINT
