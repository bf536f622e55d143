-- The books, day by day: what a closed day moved, so that a trial balance reads closed days and the open tail instead of
-- every entry ever made; and a digest of each, chained to the one before and told to the evidence log, so that nothing
-- about a closed day can be changed unseen, not even by one who may switch off triggers.
--
-- A day on which nothing was posted has no row. The service calls the functions and reads; it cannot write the tables.

-- Transfers come in the order of their dates, so a block-range index finds a day for next to nothing.
CREATE INDEX transfer_date ON transfer USING brin (business_date) WITH (pages_per_range = 32);

CREATE TABLE ledger_day (
    date   date   NOT NULL,
    code   text   NOT NULL,
    -- Fen.
    debit  bigint NOT NULL CHECK (debit >= 0),
    credit bigint NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (date, code)
);

CREATE TABLE ledger_digest (
    date      date        PRIMARY KEY,
    transfers bigint      NOT NULL CHECK (transfers > 0),
    debit     bigint      NOT NULL,
    credit    bigint      NOT NULL CHECK (credit = debit),
    sha256    bytea       NOT NULL UNIQUE CHECK (length(sha256) = 32),
    -- The digest of the day before that has one; 32 zero bytes for the first. UNIQUE: the chain has no branches.
    previous  bytea       NOT NULL UNIQUE CHECK (length(previous) = 32),
    made_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER ledger_day_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_day
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_digest_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_digest
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ledger_day ENABLE ALWAYS TRIGGER ledger_day_is_final;
ALTER TABLE ledger_digest ENABLE ALWAYS TRIGGER ledger_digest_is_final;

-- Closing: from here on nothing is posted through the last day on which something was, of those up to the one given; a
-- ledger that is empty stays open. Waits for the transactions that are posting, keeps others from beginning meanwhile, and
-- gives up after five seconds rather than hold them longer. Answers whether there was a day to close.
CREATE FUNCTION ledger_close(day date) RETURNS boolean LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    last date;
BEGIN
    SELECT max(business_date) INTO last FROM transfer
        WHERE business_date <= day
          AND business_date > coalesce((SELECT max(through) FROM ledger_closing), '-infinity');
    IF last IS NULL THEN
        RETURN false;
    END IF;
    LOCK TABLE transfer IN SHARE MODE;
    INSERT INTO ledger_closing (through) VALUES (last) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

-- A chain in constant memory, however many links: SHA-256 over the chain so far and the next link.
CREATE FUNCTION ledger_link(chain bytea, link bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT sha256(chain || link)';
CREATE AGGREGATE ledger_chain(bytea) (SFUNC = ledger_link, STYPE = bytea, INITCOND = '\x');

-- A day as its entries stand now. Each transfer, in the order of ids, is one link: the SHA-256 of
--   id|kind|loan|amount|date|reversed id or nothing|owner:account:fen,owner:account:fen…|"key"|"reference"
-- with entries in the order of their lines and the last two as JSON strings. The digest is the SHA-256 of the previous
-- digest, the text date|transfers|debit|credit, and the chain.
CREATE FUNCTION ledger_reckon(day date, before bytea)
    RETURNS TABLE (transfers bigint, debit bigint, credit bigint, sha256 bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.transfers, d.debit, d.credit,
           sha256(before || convert_to(
               concat_ws('|', to_char(day, 'YYYY-MM-DD'), d.transfers, d.debit, d.credit), 'UTF8') || d.chain)
    FROM (SELECT count(*) AS transfers,
                 coalesce(sum(t.debit), 0)::bigint AS debit,
                 coalesce(sum(t.credit), 0)::bigint AS credit,
                 coalesce(ledger_chain(sha256(convert_to(t.text, 'UTF8')) ORDER BY t.id), '\x') AS chain
          FROM (SELECT t.id,
                       sum(e.amount) FILTER (WHERE e.amount > 0) AS debit,
                       -sum(e.amount) FILTER (WHERE e.amount < 0) AS credit,
                       concat_ws('|', t.id, t.kind, t.loan_id, t.amount, to_char(t.business_date, 'YYYY-MM-DD'),
                                 coalesce(t.reverses::text, ''),
                                 string_agg(concat_ws(':', a.owner, a.code, e.amount), ',' ORDER BY e.line),
                                 to_json(t.idempotency_key), to_json(t.reference)) AS text
                FROM transfer t
                LEFT JOIN entry e ON e.transfer_id = t.id
                LEFT JOIN account a ON a.id = e.account_id
                WHERE t.business_date = day
                GROUP BY t.id) t) d
$$;

-- Sums and digests the oldest closed day that has none; answers with its digest, or nothing when all have theirs.
CREATE FUNCTION ledger_digest_next() RETURNS SETOF ledger_digest LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last ledger_digest;
    day date;
BEGIN
    -- One at a time, whichever replica it is.
    PERFORM pg_advisory_xact_lock(hashtextextended('ledger_digest', 0));
    SELECT * INTO last FROM ledger_digest ORDER BY date DESC LIMIT 1;
    SELECT min(t.business_date) INTO day FROM transfer t
        WHERE t.business_date > coalesce(last.date, '-infinity')
          AND t.business_date <= (SELECT max(through) FROM ledger_closing);
    IF day IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO ledger_day (date, code, debit, credit)
        SELECT day, a.code, coalesce(sum(e.amount) FILTER (WHERE e.amount > 0), 0),
               coalesce(-sum(e.amount) FILTER (WHERE e.amount < 0), 0)
        FROM transfer t JOIN entry e ON e.transfer_id = t.id JOIN account a ON a.id = e.account_id
        WHERE t.business_date = day GROUP BY a.code;
    last.sha256 := coalesce(last.sha256, decode(repeat('00', 32), 'hex'));
    RETURN QUERY
        INSERT INTO ledger_digest (date, transfers, debit, credit, sha256, previous)
        SELECT day, r.transfers, r.debit, r.credit, r.sha256, last.sha256 FROM ledger_reckon(day, last.sha256) r
        RETURNING *;
END $$;

DO $$
BEGIN
    IF current_user <> '${runtime}' THEN
        REVOKE INSERT, UPDATE, DELETE ON ledger_day, ledger_digest FROM "${runtime}";
    END IF;
END $$;

-- Money that comes by transfer is reconciled with the bank's own account, not with the rail's daily file.
INSERT INTO account (owner, code, side, balance)
    VALUES ('00000000-0000-0000-0000-000000000000', 'COUNTER_CLEARING', 1, NULL);
