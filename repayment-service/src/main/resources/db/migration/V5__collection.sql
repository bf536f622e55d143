-- Instalments that fell due (or were paid ahead of it): one row when billed, none before. Amounts in fen.
CREATE TABLE bill (
    loan_id        uuid     NOT NULL REFERENCES loan,
    number         int      NOT NULL CHECK (number >= 1),
    due_date       date     NOT NULL,
    principal      bigint   NOT NULL CHECK (principal >= 0),
    interest       bigint   NOT NULL CHECK (interest >= 0),
    -- Contract rate when it was billed: lateness is charged by it.
    rate           numeric(12, 10) NOT NULL CHECK (rate >= 0),
    state          text     NOT NULL CHECK (state IN ('DUE', 'OVERDUE', 'PAID')),
    principal_open bigint   NOT NULL CHECK (principal_open BETWEEN 0 AND principal),
    interest_open  bigint   NOT NULL CHECK (interest_open BETWEEN 0 AND interest),
    -- Charged for lateness up to charged_to, and not yet paid.
    penalty_open   bigint   NOT NULL CHECK (penalty_open >= 0),
    penalty_paid   bigint   NOT NULL DEFAULT 0 CHECK (penalty_paid >= 0),
    charged_to     date     NOT NULL,
    -- Debits ordered so far.
    attempts       int      NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- When the next debit is ordered by itself; NULL when it no longer is.
    collect_on     date,
    paid_on        date,
    PRIMARY KEY (loan_id, number),
    CHECK ((state = 'PAID') = (paid_on IS NOT NULL)),
    CHECK (state <> 'PAID' OR (principal_open = 0 AND interest_open = 0 AND penalty_open = 0 AND collect_on IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX bill_to_collect ON bill (collect_on, loan_id) WHERE state <> 'PAID' AND collect_on IS NOT NULL;
CREATE INDEX bill_unpaid ON bill (loan_id, number) WHERE state <> 'PAID';
