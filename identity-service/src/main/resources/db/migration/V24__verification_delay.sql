-- A delay before an act: proved now, its token to be had only after delay_seconds and within delay_open_seconds from then
-- on, so that whoever the account belongs to can cancel it. delay_when: any of these circumstances calls for it, looking
-- back delay_recent_seconds.
ALTER TABLE act_policy
    ADD COLUMN delay_seconds        int CHECK (delay_seconds BETWEEN 3600 AND 604800),
    ADD COLUMN delay_open_seconds   int CHECK (delay_open_seconds BETWEEN 3600 AND 604800),
    ADD COLUMN delay_recent_seconds int CHECK (delay_recent_seconds BETWEEN 3600 AND 2592000),
    ADD COLUMN delay_when           text[] CHECK (cardinality(delay_when) > 0
                                        AND delay_when <@ ARRAY['ALWAYS', 'AFTER_RECOVERY', 'YOUNG_CREDENTIALS']),
    ADD CONSTRAINT act_policy_delay_whole
        CHECK (num_nulls(delay_seconds, delay_open_seconds, delay_recent_seconds, delay_when) IN (0, 4));

-- What a thief of an account does first waits a day: two days are left to fetch it.
INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds,
                        title_en, title_zh, large_fen, officer_releases, delay_seconds, delay_open_seconds,
                        delay_recent_seconds, delay_when)
SELECT DISTINCT ON (act) act, version + 1, roles, level, methods, audience, resource, moves_money, proof_seconds,
       token_seconds, title_en, title_zh, large_fen, officer_releases, 86400, 172800, 259200,
       ARRAY['AFTER_RECOVERY', 'YOUNG_CREDENTIALS']
FROM act_policy WHERE act IN ('phone.change', 'passkey.add') ORDER BY act, version DESC;

-- delay_seconds and delay_open_seconds are fixed when a verification opens. DELAYED: proved, its token not yet given.
ALTER TABLE verification
    ADD COLUMN delay_seconds      int,
    ADD COLUMN delay_open_seconds int,
    ADD COLUMN ready_at           timestamptz,
    ADD COLUMN collect_until      timestamptz,
    ADD COLUMN collected_at       timestamptz,
    ADD COLUMN cancelled_at       timestamptz,
    DROP CONSTRAINT verification_state_check,
    DROP CONSTRAINT verification_check,
    DROP CONSTRAINT verification_check1,
    ADD CONSTRAINT verification_state_check
        CHECK (state IN ('PENDING', 'PROVEN', 'EXHAUSTED', 'DELAYED', 'CANCELLED')),
    ADD CONSTRAINT verification_proof CHECK ((state IN ('PROVEN', 'DELAYED', 'CANCELLED')) = (proven_at IS NOT NULL)),
    ADD CONSTRAINT verification_token
        CHECK ((state = 'PROVEN') = (token_id IS NOT NULL AND token_expires_at IS NOT NULL)),
    ADD CONSTRAINT verification_evidence CHECK ((evidence IS NOT NULL) = (proven_at IS NOT NULL AND method = 'PASSKEY')),
    ADD CONSTRAINT verification_delay_whole CHECK (num_nulls(delay_seconds, delay_open_seconds) IN (0, 2)),
    ADD CONSTRAINT verification_delay
        CHECK ((proven_at IS NOT NULL AND delay_seconds IS NOT NULL) = (ready_at IS NOT NULL AND collect_until IS NOT NULL)),
    ADD CONSTRAINT verification_delayed CHECK (state NOT IN ('DELAYED', 'CANCELLED') OR delay_seconds IS NOT NULL),
    ADD CONSTRAINT verification_window CHECK (ready_at > proven_at AND collect_until > ready_at),
    -- No token before its time, and none after.
    ADD CONSTRAINT verification_collected CHECK (
        (state = 'PROVEN' AND delay_seconds IS NOT NULL) = (collected_at IS NOT NULL)
        AND collected_at >= ready_at AND collected_at < collect_until),
    ADD CONSTRAINT verification_cancelled CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL));
CREATE INDEX verification_delayed_of_person ON verification (person_id, id DESC) WHERE state = 'DELAYED';
