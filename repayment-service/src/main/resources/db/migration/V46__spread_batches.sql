-- Code of the product that a loan is of, by which loans are chosen; NULL for those ordered before it was told.
ALTER TABLE loan ADD COLUMN product text CHECK (length(product) BETWEEN 1 AND 100);

-- Spreads of many loans brought down at once: a rule as data, proposed by one person, decided by another.
CREATE TABLE spread_batch (
    id              uuid        PRIMARY KEY,
    -- Which loans: of these products (none: any), that follow this LPR, that were paid out before that day.
    products        text[]      NOT NULL,
    tenor           text        CHECK (tenor IN ('LPR_1Y', 'LPR_5Y')),
    started_before  date,
    -- Spreads above the one come down to the other, and none below the floor.
    above           numeric(12, 10) NOT NULL,
    lowered_to      numeric(12, 10) NOT NULL,
    floor           numeric(12, 10) NOT NULL,
    effective       date        NOT NULL,
    reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    -- What it meant for the loans when it was proposed; amounts in fen.
    preview_loans   bigint      NOT NULL CHECK (preview_loans > 0),
    preview_principal bigint    NOT NULL,
    preview_interest bigint     NOT NULL,
    preview_unknown bigint      NOT NULL,
    proposed_by     uuid        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('PROPOSED', 'DECLINED', 'LISTING', 'RUNNING', 'DONE')),
    decided_by      uuid,
    decided_at      timestamptz,
    -- Its loans are written down as far as this one.
    listed_to       uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    -- What became of its loans, once none waits.
    lowered         bigint,
    left_alone      bigint,
    done_at         timestamptz,
    CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 2 ELSE 0 END),
    CHECK (num_nulls(lowered, left_alone, done_at) = CASE state WHEN 'DONE' THEN 0 ELSE 3 END),
    CONSTRAINT spread_batch_two_people CHECK (decided_by <> proposed_by)
);
CREATE UNIQUE INDEX spread_batch_one_at_a_time ON spread_batch ((true)) WHERE state IN ('LISTING', 'RUNNING');

-- A loan of an approved batch: waits for the day, then its spread has come down, or it was left as it is.
CREATE TABLE spread_batch_loan (
    batch_id   uuid NOT NULL REFERENCES spread_batch,
    loan_id    uuid NOT NULL REFERENCES loan,
    effective  date NOT NULL,
    state      text NOT NULL CHECK (state IN ('WAITING', 'LOWERED', 'LEFT')),
    reason     text,
    old_spread numeric(12, 10),
    new_spread numeric(12, 10),
    old_rate   numeric(12, 10),
    new_rate   numeric(12, 10),
    PRIMARY KEY (loan_id, batch_id),
    CHECK ((state = 'LEFT') = (reason IS NOT NULL)),
    CHECK (num_nulls(old_spread, new_spread, old_rate, new_rate) = CASE state WHEN 'LOWERED' THEN 0 ELSE 4 END),
    CHECK (new_spread < old_spread)
);
CREATE INDEX spread_batch_loan_of_batch ON spread_batch_loan (batch_id, loan_id);
CREATE UNIQUE INDEX spread_batch_loan_waits_once ON spread_batch_loan (loan_id) WHERE state = 'WAITING';
CREATE INDEX spread_batch_loan_due ON spread_batch_loan (effective, loan_id) WHERE state = 'WAITING';
CREATE INDEX spread_batch_loan_waiting ON spread_batch_loan (batch_id) WHERE state = 'WAITING';
