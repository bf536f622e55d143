-- The day on which the money of an order moved, by the rail's word: interest of a loan runs from it, however late the word
-- comes. NULL when the rail did not say.
ALTER TABLE rail_order ADD COLUMN value_date date CHECK (value_date IS NULL OR state = 'SUCCEEDED');

-- That a card is wanted is kept before the card network is asked, and the network's answer after it.
ALTER TABLE card ALTER COLUMN binding_id DROP NOT NULL;
ALTER TABLE card ADD COLUMN reason text;
ALTER TABLE card DROP CONSTRAINT card_state_check;
ALTER TABLE card ADD CONSTRAINT card_state_check
    CHECK (state IN ('REQUESTED', 'REFUSED', 'PENDING', 'BOUND', 'UNBOUND'));
ALTER TABLE card DROP CONSTRAINT card_check;
ALTER TABLE card ADD CONSTRAINT card_has_its_token
    CHECK (state NOT IN ('BOUND', 'UNBOUND') OR num_nulls(token, last4, bank) = 0);
ALTER TABLE card ADD CONSTRAINT card_has_its_binding
    CHECK ((state IN ('REQUESTED', 'REFUSED')) = (binding_id IS NULL));
ALTER TABLE card ADD CONSTRAINT card_has_its_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL));

-- What the last classification found of loans that are late, or were and are watched; a loan without a row is current and
-- normal.
CREATE TABLE loan_arrears (
    loan_id          uuid PRIMARY KEY REFERENCES loan,
    -- Business date of the classification.
    date             date NOT NULL,
    days_overdue     int  NOT NULL CHECK (days_overdue >= 0),
    -- Due date of the oldest instalment that is overdue.
    overdue_since    date,
    ageing           text NOT NULL CHECK (ageing IN ('CURRENT', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7_PLUS')),
    class            text NOT NULL CHECK (class IN ('SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS')),
    -- Nothing is overdue since then, and it can be normal again from the other date on after so many instalments.
    cure_since       date,
    cure_not_before  date,
    cure_instalments int CHECK (cure_instalments >= 0),
    CHECK ((ageing = 'CURRENT') = (days_overdue = 0)),
    CHECK ((days_overdue = 0) = (overdue_since IS NULL)),
    CHECK (num_nulls(cure_since, cure_not_before, cure_instalments) = CASE WHEN days_overdue = 0 THEN 0 ELSE 3 END)
);
CREATE INDEX loan_arrears_class ON loan_arrears (class, loan_id);
CREATE INDEX loan_arrears_ageing ON loan_arrears (ageing, loan_id);

-- How far a business date's classification is.
CREATE TABLE arrears_classification (
    date    date PRIMARY KEY,
    -- Last loan that was looked at; NULL when it is done.
    done_to uuid DEFAULT '00000000-0000-0000-0000-000000000000'
);

-- Late charges that one person proposed to waive and another decided on. Amounts in fen.
CREATE TABLE late_waiver (
    id          uuid        PRIMARY KEY,
    loan_id     uuid        NOT NULL REFERENCES loan,
    instalment  int         NOT NULL CHECK (instalment >= 1),
    amount      bigint      NOT NULL CHECK (amount > 0),
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    proposed_by uuid        NOT NULL,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    decided_by  uuid,
    decided_at  timestamptz,
    CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 2 ELSE 0 END),
    CHECK (decided_by <> proposed_by)
);
CREATE INDEX late_waiver_loan ON late_waiver (loan_id, id);
