-- Reconciliation with the rail's daily file: one row per business date, the lines of its file, and the breaks.
-- Amounts in fen; signed ones are positive for money that came in, negative for money that went out.

-- Money that the rail shows and that we cannot place yet. The bank's own; it owes it to somebody.
INSERT INTO account (owner, code, side, balance)
    VALUES ('00000000-0000-0000-0000-000000000000', 'SUSPENSE', -1, NULL);

-- Two kinds of transfer more, whichever there are.
DO $$
DECLARE
    kinds text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint
        WHERE conrelid = 'transfer'::regclass AND conname = 'transfer_kind_check';
    ALTER TABLE transfer DROP CONSTRAINT transfer_kind_check;
    EXECUTE 'ALTER TABLE transfer ADD CONSTRAINT transfer_kind_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''SUSPENSE''::text, ''RELEASE''::text, ');
END $$;

CREATE TABLE reconciliation (
    date         date        PRIMARY KEY,
    -- WAITING for the file; FETCHED: its lines are here; COMPARED: its breaks are listed; DONE: money is in suspense.
    state        text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'FETCHED', 'COMPARED', 'DONE')),
    started_by   text        NOT NULL,
    started_at   timestamptz NOT NULL,
    -- Until then it belongs to the worker that moved this forward; a worker that dies loses it.
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    attempts     int         NOT NULL DEFAULT 0,
    -- Why the last attempt came to nothing.
    problem      text,
    lines        int,
    finished_at  timestamptz,
    rail_in      bigint,
    rail_out     bigint,
    -- What was posted on the rail's clearing account that day, money into and out of suspense aside.
    ledger_in    bigint,
    ledger_out   bigint,
    suspense     bigint,
    -- What was ordered under the references that were posted that day, signed.
    ordered      bigint,
    -- Of the difference between rail and ledger, and between orders and ledger: what ends a break of another day. Signed.
    carried      bigint,
    ordered_carried bigint,
    -- Principal owed of the loans that something was posted for that day: as the loans say, as the ledger says.
    owed_loans   bigint,
    owed_ledger  bigint,
    CHECK (state = 'WAITING' OR lines IS NOT NULL),
    CHECK ((state = 'DONE') = (finished_at IS NOT NULL)),
    CHECK (state IN ('WAITING', 'FETCHED')
        OR num_nulls(rail_in, rail_out, ledger_in, ledger_out, suspense, ordered, carried, ordered_carried,
                     owed_loans, owed_ledger) = 0)
);
CREATE INDEX reconciliation_open ON reconciliation (date) WHERE state <> 'DONE';

-- The file as it came, without the accounts. Evidence: never changed.
CREATE TABLE rail_line (
    date           date   NOT NULL REFERENCES reconciliation,
    line           int    NOT NULL,
    transaction_id text   NOT NULL,
    reference      text   NOT NULL,
    kind           text   NOT NULL CHECK (kind IN ('DEBIT', 'PAYOUT')),
    state          text   NOT NULL CHECK (state IN ('SUCCEEDED', 'FAILED')),
    amount         bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (date, line)
);
CREATE INDEX rail_line_reference ON rail_line (reference);
CREATE TRIGGER rail_line_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON rail_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE rail_line ENABLE ALWAYS TRIGGER rail_line_is_final;

-- Breaks: heard from the rail's callbacks (no date yet) or found in its file; one list, one life.
ALTER TABLE rail_break DROP CONSTRAINT rail_break_pkey;
ALTER TABLE rail_break DROP CONSTRAINT rail_break_kind_check;
ALTER TABLE rail_break DROP CONSTRAINT rail_break_state_check;
DROP INDEX rail_break_open;
ALTER TABLE rail_break RENAME COLUMN at TO found_at;
ALTER TABLE rail_break
    ADD COLUMN id           uuid   NOT NULL DEFAULT gen_random_uuid(),
    -- Business date of the file in which it shows; NULL while the rail has only told of it.
    ADD COLUMN date         date   REFERENCES reconciliation,
    -- What we ordered under the reference, what we posted that day, what the file of that day says. Signed.
    ADD COLUMN ordered      bigint,
    ADD COLUMN booked       bigint NOT NULL DEFAULT 0,
    ADD COLUMN told         bigint NOT NULL DEFAULT 0,
    ADD COLUMN difference   bigint NOT NULL GENERATED ALWAYS AS (told - booked) STORED,
    -- How much of it goes to suspense, and the transfers that put it there and take it out.
    ADD COLUMN suspense     bigint NOT NULL DEFAULT 0,
    ADD COLUMN suspended_by uuid   REFERENCES transfer,
    ADD COLUMN released_by  uuid   REFERENCES transfer,
    -- The desk, by its role, until a person has it.
    ADD COLUMN owner        text   NOT NULL DEFAULT 'loan-officer',
    ADD COLUMN remedy       text   CHECK (remedy IN ('EXPLAINED', 'BOOKED', 'TO_COUNTER', 'WITHDRAWN', 'AGREED')),
    ADD COLUMN reason       text   CHECK (length(reason) BETWEEN 1 AND 500),
    ADD COLUMN proposed_by  text,
    ADD COLUMN resolved_by  text,
    ADD COLUMN resolved_at  timestamptz;
UPDATE rail_break SET kind = CASE kind
    WHEN 'AMOUNT' THEN 'AMOUNT_DIFFERS'
    WHEN 'STATE' THEN 'STATUS_DIFFERS'
    WHEN 'DUPLICATE' THEN 'POSTED_TWICE'
    WHEN 'POSTING' THEN CASE ours WHEN '0' THEN 'MISSING_AT_BANK' ELSE 'AMOUNT_DIFFERS' END
    ELSE kind END;
UPDATE rail_break SET state = 'RESOLVED', remedy = 'EXPLAINED', reason = 'closed', resolved_by = owner,
                      resolved_at = found_at WHERE state = 'CLOSED';
ALTER TABLE rail_break ALTER COLUMN id DROP DEFAULT;
ALTER TABLE rail_break
    ADD PRIMARY KEY (id),
    ADD CONSTRAINT rail_break_once UNIQUE NULLS NOT DISTINCT (reference, kind, date),
    -- MISSING_AT_BANK: the rail moved it, we posted nothing. MISSING_AT_RAIL: we posted it, the rail shows nothing.
    -- AMOUNT_DIFFERS, STATUS_DIFFERS: other than ordered, posted or told before. POSTED_TWICE: money for what was paid
    -- or listed already. UNKNOWN_REFERENCE: never ordered.
    ADD CHECK (kind IN ('MISSING_AT_BANK', 'MISSING_AT_RAIL', 'AMOUNT_DIFFERS', 'STATUS_DIFFERS', 'POSTED_TWICE',
                        'UNKNOWN_REFERENCE')),
    ADD CHECK (state IN ('OPEN', 'ASSIGNED', 'PROPOSED', 'RESOLVED')),
    ADD CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL)),
    ADD CHECK ((state = 'RESOLVED') = (resolved_by IS NOT NULL)),
    ADD CHECK ((state IN ('PROPOSED', 'RESOLVED')) = (remedy IS NOT NULL)),
    ADD CHECK ((remedy IS NULL) = (reason IS NULL)),
    ADD CHECK (state <> 'PROPOSED' OR proposed_by IS NOT NULL),
    -- Where money is moved, two people decide.
    ADD CONSTRAINT rail_break_two_people CHECK (state <> 'RESOLVED' OR remedy IN ('EXPLAINED', 'AGREED')
        OR (proposed_by IS NOT NULL AND proposed_by <> resolved_by)),
    -- What is in suspense is not forgotten there.
    ADD CHECK (suspended_by IS NULL OR suspense <> 0),
    ADD CHECK (state <> 'RESOLVED' OR suspense = 0 OR released_by IS NOT NULL);
CREATE INDEX rail_break_date ON rail_break (date, id);
CREATE INDEX rail_break_open ON rail_break (id) WHERE state <> 'RESOLVED';

DO $$
BEGIN
    IF current_user <> '${runtime}' THEN
        REVOKE UPDATE, DELETE ON rail_line FROM "${runtime}";
    END IF;
END $$;
