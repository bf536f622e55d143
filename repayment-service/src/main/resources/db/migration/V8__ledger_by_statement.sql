-- The ledger's rules, checked once per statement instead of once per row.
--
--   * A transfer and its entries arrive in one statement. A transfer that comes without entries is refused, so every
--     transfer that stands has its line 1; entries are numbered from 1, so none can be added to it later.
--   * The entries add up to zero, their debits to the transfer's amount; a reversal undoes one transfer exactly.
--   * A closed day takes nothing more: no transfer is dated at or before it.
--   * A kept balance is moved here alone: the functions run as the tables' owner, and the service may only add and read.
--
-- The foreign key from entry to transfer goes: one look at all transfers of a statement replaces a look per entry, and
-- suffices, since transfers are never deleted or renumbered.

DROP TRIGGER transfer_is_whole ON transfer;
DROP FUNCTION transfer_is_whole();
ALTER TABLE entry DROP CONSTRAINT entry_transfer_id_fkey;
-- Whether a balance is kept follows from whose the account is: nobody can open a loan's account that may go below zero.
ALTER TABLE account ADD CONSTRAINT account_of_a_loan_is_kept
    CHECK ((balance IS NULL) = (owner = '00000000-0000-0000-0000-000000000000'));

-- Through each of these business dates the books are closed.
CREATE TABLE ledger_closing (
    through   date        PRIMARY KEY,
    closed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER ledger_closing_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_closing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ledger_closing ENABLE ALWAYS TRIGGER ledger_closing_is_final;

-- Temporary tables come last in the search path, so that none can stand in for the ledger's own. Sequential scans are
-- out: a plan made while the tables were small would be kept when they no longer are.
CREATE OR REPLACE FUNCTION post_entries() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    wrong record;
BEGIN
    SELECT e.*, t.amount INTO wrong
        FROM (SELECT transfer_id, count(*) AS lines, min(line) AS first, max(line) AS last, sum(amount) AS rest,
                     sum(amount) FILTER (WHERE amount > 0) AS debits
              FROM arrived GROUP BY transfer_id) e
        LEFT JOIN transfer t ON t.id = e.transfer_id
        WHERE t.id IS NULL OR e.first <> 1 OR e.last <> e.lines OR e.rest <> 0 OR e.debits <> t.amount LIMIT 1;
    IF FOUND THEN
        IF wrong.amount IS NULL THEN
            RAISE EXCEPTION 'There is no transfer %', wrong.transfer_id USING ERRCODE = 'foreign_key_violation';
        ELSIF wrong.first <> 1 OR wrong.last <> wrong.lines THEN
            RAISE EXCEPTION 'Transfer % has its entries: nothing can be added', wrong.transfer_id
                USING ERRCODE = 'LE001';
        ELSE
            RAISE EXCEPTION 'Transfer % of % fen has debits of % and credits of %', wrong.transfer_id, wrong.amount,
                wrong.debits, wrong.debits - wrong.rest USING ERRCODE = 'LE002';
        END IF;
    END IF;

    -- Locked in the order of ids, so that two batches never wait for each other in a circle.
    WITH moved AS MATERIALIZED (SELECT account_id, sum(amount)::bigint AS amount FROM arrived GROUP BY account_id),
         kept AS MATERIALIZED (
             SELECT a.id FROM account a WHERE a.id IN (SELECT account_id FROM moved) AND a.balance IS NOT NULL
             ORDER BY a.id FOR NO KEY UPDATE),
         changed AS (
             UPDATE account a SET balance = a.balance + a.side * m.amount
             FROM kept k JOIN moved m ON m.account_id = k.id WHERE a.id = k.id)
    SELECT m.account_id INTO wrong FROM moved m WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = m.account_id);
    IF FOUND THEN
        RAISE EXCEPTION 'An entry names an account that does not exist' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION accept_transfers() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    wrong uuid;
BEGIN
    -- Under a stricter isolation the transaction would not see a day closed since it began.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Transfers are posted under read committed' USING ERRCODE = 'LE004';
    END IF;
    SELECT t.id INTO wrong FROM arrived t
        WHERE t.business_date <= (SELECT max(through) FROM ledger_closing) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Transfer % is dated on a closed day', wrong USING ERRCODE = 'LE004';
    END IF;
    SELECT t.id INTO wrong FROM arrived t
        WHERE NOT EXISTS (SELECT FROM entry e WHERE e.transfer_id = t.id AND e.line = 1) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Transfer % comes without its entries', wrong USING ERRCODE = 'LE002';
    END IF;
    IF EXISTS (SELECT FROM arrived WHERE reverses IS NOT NULL) THEN
        SELECT r.id INTO wrong
            FROM arrived r JOIN transfer t ON t.id = r.reverses
            WHERE t.kind = 'REVERSAL' OR t.loan_id <> r.loan_id OR EXISTS (
                SELECT FROM entry e WHERE e.transfer_id IN (r.id, t.id)
                GROUP BY e.account_id HAVING sum(e.amount) <> 0) LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'Transfer % does not undo one transfer exactly', wrong USING ERRCODE = 'LE003';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER accept_transfers AFTER INSERT ON transfer
    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION accept_transfers();
ALTER TABLE transfer ENABLE ALWAYS TRIGGER accept_transfers;

-- The running service adds and reads. Where it is the owner itself (a laptop with one role), the triggers alone refuse.
DO $$
BEGIN
    IF current_user <> '${runtime}' THEN
        REVOKE INSERT, UPDATE, DELETE ON ledger_closing FROM "${runtime}";
        REVOKE UPDATE, DELETE ON account, transfer, entry, loan_event FROM "${runtime}";
    END IF;
END $$;
