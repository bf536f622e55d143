-- The ledger: double entry, integer fen, and it only grows.
--
-- The rules live here rather than in the service, so that no bug, no script and no hand at a prompt can break them:
--   * a transfer, an entry and an account are never changed, deleted or truncated; a correction is a reversal;
--   * the entries of a transfer arrive together, in one statement, and add up to zero;
--   * a kept balance is computed here alone, from the entries, and never falls below zero.
-- Debit is positive, credit negative. Error codes LE001 (final), LE002 (balance) and LE003 (reversal) name the rule that was about to be broken.

CREATE TABLE account (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The loan, or the nil UUID for the bank's own accounts.
    owner   uuid     NOT NULL,
    code    text     NOT NULL,
    -- 1: grows by debit (asset, expense); -1: grows by credit (liability, income).
    side    smallint NOT NULL CHECK (side IN (1, -1)),
    -- Fen, counted on the account's own side. NULL for the bank's own accounts: they are summed from entries, because
    -- one row that every transfer must update costs nine tenths of the throughput.
    balance bigint CONSTRAINT account_not_below_zero CHECK (balance >= 0),
    UNIQUE (owner, code)
) WITH (fillfactor = 70);

CREATE TABLE transfer (
    id              uuid        PRIMARY KEY,
    idempotency_key text        NOT NULL UNIQUE CHECK (length(idempotency_key) BETWEEN 1 AND 200),
    kind            text        NOT NULL CHECK (kind IN ('DISBURSEMENT', 'INSTALMENT', 'PREPAYMENT', 'REVERSAL')),
    loan_id         uuid        NOT NULL,
    -- Fen: the sum of the debits.
    amount          bigint      NOT NULL CHECK (amount > 0),
    business_date   date        NOT NULL,
    -- What a statement prints beside the amount, without personal data.
    reference       text        NOT NULL CHECK (length(reference) <= 200),
    -- A transfer can be reversed once.
    reverses        uuid        UNIQUE REFERENCES transfer,
    posted_at       timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL))
);
CREATE INDEX transfer_loan ON transfer (loan_id, id);

CREATE TABLE entry (
    transfer_id uuid     NOT NULL REFERENCES transfer,
    line        smallint NOT NULL,
    -- No foreign key: it would take a share lock on the bank's few account rows at every posting. The trigger below
    -- checks that the account exists, which suffices, since accounts are never deleted or renumbered.
    account_id  bigint   NOT NULL,
    amount      bigint   NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (transfer_id, line)
);
CREATE INDEX entry_account ON entry (account_id) INCLUDE (amount);

-- 1. Nothing posted is ever changed -----------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: what is recorded stays as it is', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'LE001', HINT = 'Corrections are added: a ledger transfer is undone by a reversal.';
END $$;

CREATE TRIGGER transfer_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_stays BEFORE DELETE OR TRUNCATE ON account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- The one UPDATE that an account knows is the one that post_entries() makes, one trigger deeper than a caller's own.
CREATE TRIGGER account_balance_is_computed BEFORE UPDATE ON account
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION account_starts_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.balance <> 0 THEN
        RAISE EXCEPTION 'An account starts empty, not with % fen', NEW.balance USING ERRCODE = 'LE001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER account_starts_empty BEFORE INSERT ON account
    FOR EACH ROW EXECUTE FUNCTION account_starts_empty();

-- 2. Entries arrive together, balanced, and move the kept balances -----------------------------------------------------

CREATE FUNCTION post_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong uuid;
BEGIN
    -- All of a transfer's entries come in one statement. Since a transfer without entries cannot be committed (3.),
    -- nothing can ever be added to a posted one.
    SELECT e.transfer_id INTO wrong
        FROM entry e JOIN (SELECT transfer_id, count(*) AS lines FROM arrived GROUP BY transfer_id) a USING (transfer_id)
        GROUP BY e.transfer_id, a.lines HAVING count(*) <> a.lines LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Transfer % has its entries: nothing can be added', wrong USING ERRCODE = 'LE001';
    END IF;

    SELECT transfer_id INTO wrong FROM arrived GROUP BY transfer_id HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Transfer % does not balance', wrong USING ERRCODE = 'LE002';
    END IF;

    IF EXISTS (SELECT FROM arrived n WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = n.account_id)) THEN
        RAISE EXCEPTION 'An entry names an account that does not exist' USING ERRCODE = 'foreign_key_violation';
    END IF;

    -- In the order of ids, so that two batches never wait for each other in a circle.
    PERFORM FROM account a
        WHERE a.balance IS NOT NULL AND a.id IN (SELECT account_id FROM arrived)
        ORDER BY a.id FOR NO KEY UPDATE;
    UPDATE account a SET balance = a.balance + a.side * moved.amount
        FROM (SELECT account_id, sum(amount) AS amount FROM arrived GROUP BY account_id) moved
        WHERE a.id = moved.account_id AND a.balance IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER post_entries AFTER INSERT ON entry
    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION post_entries();

-- 3. A transfer is whole when its transaction ends ---------------------------------------------------------------------

CREATE FUNCTION transfer_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    debits  numeric;
    credits numeric;
BEGIN
    SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0), coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)
        INTO debits, credits FROM entry WHERE transfer_id = NEW.id;
    IF debits <> NEW.amount OR credits <> NEW.amount THEN
        RAISE EXCEPTION 'Transfer % of % fen has debits of % and credits of %', NEW.id, NEW.amount, debits, credits
            USING ERRCODE = 'LE002';
    END IF;
    IF NEW.reverses IS NOT NULL AND EXISTS (
        SELECT FROM entry WHERE transfer_id IN (NEW.id, NEW.reverses) GROUP BY account_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'Transfer % does not undo % exactly', NEW.id, NEW.reverses USING ERRCODE = 'LE003';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER transfer_is_whole AFTER INSERT ON transfer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION transfer_is_whole();

-- ALWAYS: a session that claims to be a replica is held to the same rules.
ALTER TABLE transfer ENABLE ALWAYS TRIGGER transfer_is_final, ENABLE ALWAYS TRIGGER transfer_is_whole;
ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_final, ENABLE ALWAYS TRIGGER post_entries;
ALTER TABLE account ENABLE ALWAYS TRIGGER account_stays, ENABLE ALWAYS TRIGGER account_balance_is_computed,
    ENABLE ALWAYS TRIGGER account_starts_empty;

-- The bank's own accounts. Names are the constants of io.anju.repayment.ledger.model.AccountCode.
INSERT INTO account (owner, code, side, balance) VALUES
    ('00000000-0000-0000-0000-000000000000', 'RAIL_CLEARING', 1, NULL),
    ('00000000-0000-0000-0000-000000000000', 'INTEREST_INCOME', -1, NULL),
    ('00000000-0000-0000-0000-000000000000', 'PENALTY_INCOME', -1, NULL),
    ('00000000-0000-0000-0000-000000000000', 'FEE_INCOME', -1, NULL);
