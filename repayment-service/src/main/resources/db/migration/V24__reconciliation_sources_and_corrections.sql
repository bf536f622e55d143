-- The wallet institution's daily file is reconciled like the rail's, and a file that is published anew is read anew.

ALTER TABLE rail_break DROP CONSTRAINT rail_break_date_fkey;
ALTER TABLE rail_line DROP CONSTRAINT rail_line_date_fkey;
ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_pkey;
ALTER TABLE reconciliation
    -- Whose file: the payment rail's or the wallet institution's.
    ADD COLUMN source     text NOT NULL DEFAULT 'RAIL' CHECK (source IN ('RAIL', 'WALLET')),
    -- Version of the file that counts; 0 before there is one. The lines of those before it stay.
    ADD COLUMN version    int  NOT NULL DEFAULT 0,
    -- Over the lines as they are kept, hexadecimal: the same file read again is no new version.
    ADD COLUMN sha256     text CHECK (length(sha256) = 64),
    -- How often the date was compared; each comparison says which breaks stand.
    ADD COLUMN comparison int  NOT NULL DEFAULT 0,
    ADD COLUMN reread_by  text,
    ADD PRIMARY KEY (source, date);
UPDATE reconciliation SET version = CASE WHEN lines IS NULL THEN 0 ELSE 1 END,
                          comparison = CASE WHEN state IN ('COMPARED', 'DONE') THEN 1 ELSE 0 END;
DROP INDEX reconciliation_open;
CREATE INDEX reconciliation_open ON reconciliation (source, date) WHERE state <> 'DONE';

ALTER TABLE rail_line DROP CONSTRAINT rail_line_pkey;
ALTER TABLE rail_line DROP CONSTRAINT rail_line_kind_check;
ALTER TABLE rail_line DROP CONSTRAINT rail_line_amount_check;
ALTER TABLE rail_line
    ADD COLUMN source  text NOT NULL DEFAULT 'RAIL',
    ADD COLUMN version int  NOT NULL DEFAULT 1,
    -- Of a wallet's payment or return: whose money.
    ADD COLUMN funds   text CHECK (funds IN ('OWN', 'CREDIT')),
    -- Fen that moved, signed: positive in, negative out. A link or a notice moves none; a notice's amount is its limit.
    ADD COLUMN moved   bigint NOT NULL GENERATED ALWAYS AS (
        CASE WHEN state <> 'SUCCEEDED' THEN 0
             WHEN kind IN ('DEBIT', 'WALLET_DEBIT') THEN amount
             WHEN kind IN ('PAYOUT', 'WALLET_RETURN') THEN -amount
             ELSE 0 END) STORED,
    ADD CONSTRAINT rail_line_kind CHECK (
        (source = 'RAIL' AND kind IN ('DEBIT', 'PAYOUT'))
        OR (source = 'WALLET' AND kind IN ('WALLET_DEBIT', 'WALLET_RETURN', 'LINK', 'LIMIT', 'CLOSING_REQUESTED',
                                           'CLOSING_UNDONE', 'CLOSED'))),
    ADD CONSTRAINT rail_line_amount CHECK (
        amount > 0 OR (amount = 0 AND kind IN ('LINK', 'LIMIT', 'CLOSING_REQUESTED', 'CLOSING_UNDONE', 'CLOSED'))),
    ADD CONSTRAINT rail_line_funds CHECK ((funds IS NOT NULL) = (kind IN ('WALLET_DEBIT', 'WALLET_RETURN'))),
    ADD PRIMARY KEY (source, date, version, line),
    ADD FOREIGN KEY (source, date) REFERENCES reconciliation (source, date);

ALTER TABLE rail_break DROP CONSTRAINT rail_break_once;
ALTER TABLE rail_break DROP CONSTRAINT rail_break_remedy_check;
ALTER TABLE rail_break DROP CONSTRAINT rail_break_two_people;
ALTER TABLE rail_break
    ADD COLUMN source       text NOT NULL DEFAULT 'RAIL' CHECK (source IN ('RAIL', 'WALLET')),
    -- The date's comparison that last found it, and the one that does not find it any more.
    ADD COLUMN comparison   int,
    ADD COLUMN overtaken_by int,
    -- The break whose money people have moved by a file that was corrected since.
    ADD COLUMN overtakes    uuid REFERENCES rail_break,
    ADD FOREIGN KEY (source, date) REFERENCES reconciliation (source, date),
    ADD CONSTRAINT rail_break_remedy CHECK (
        remedy IN ('EXPLAINED', 'BOOKED', 'TO_COUNTER', 'WITHDRAWN', 'AGREED', 'CORRECTED')),
    -- Where money is moved, two people decide; what a corrected file takes back, nobody has to.
    ADD CONSTRAINT rail_break_two_people CHECK (state <> 'RESOLVED' OR remedy IN ('EXPLAINED', 'AGREED', 'CORRECTED')
        OR (proposed_by IS NOT NULL AND proposed_by <> resolved_by)),
    ADD CONSTRAINT rail_break_overtaken_is_over CHECK (overtaken_by IS NULL OR state = 'RESOLVED');
UPDATE rail_break SET comparison = 1 WHERE date IS NOT NULL;
UPDATE rail_break b SET source = 'WALLET' FROM rail_order o WHERE o.reference = b.reference AND o.kind = 'WALLET_DEBIT';
-- Of the breaks that stand, one of a kind for a reference on a date that says the same.
CREATE UNIQUE INDEX rail_break_once ON rail_break (source, reference, kind, date, told, booked, theirs) NULLS NOT DISTINCT
    WHERE overtaken_by IS NULL AND overtakes IS NULL;
DROP INDEX rail_break_date;
CREATE INDEX rail_break_date ON rail_break (source, date, id);
CREATE INDEX rail_break_reference ON rail_break (reference);
