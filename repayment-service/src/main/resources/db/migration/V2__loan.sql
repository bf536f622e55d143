-- A loan is its terms and its events. Beside them stands what the next due date needs, so that billing costs the same in
-- the first month and in the last; no schedule is stored.
CREATE TABLE loan (
    id             uuid     PRIMARY KEY,
    customer_id    uuid     NOT NULL,
    application_id uuid     NOT NULL,
    contract_id    uuid     NOT NULL,
    -- From 1: each tranche of an application is a loan of its own, with its own rate, method and rounding.
    tranche        smallint NOT NULL CHECK (tranche >= 1),
    state          text     NOT NULL CHECK (state IN ('OPENING', 'ACTIVE', 'SETTLED')),

    -- Terms. Amounts in fen, rates as decimal fractions.
    principal      bigint   NOT NULL CHECK (principal > 0),
    annual_rate    numeric(12, 10) NOT NULL CHECK (annual_rate >= 0),
    months         int      NOT NULL CHECK (months BETWEEN 1 AND 1200),
    method         text     NOT NULL,
    interest_only  int      NOT NULL DEFAULT 0 CHECK (interest_only >= 0),
    start_date     date     NOT NULL,
    first_due_date date     NOT NULL CHECK (first_due_date > start_date),
    due_day        smallint NOT NULL CHECK (due_day BETWEEN 1 AND 31),
    payee          text     NOT NULL,
    -- A floating rate follows this reference with this spread; all three or none.
    reference_rate text     CHECK (reference_rate IN ('LPR_1Y', 'LPR_5Y')),
    spread         numeric(12, 10),
    repricing_months smallint CHECK (repricing_months IN (3, 6, 12)),
    CHECK (num_nulls(reference_rate, spread, repricing_months) IN (0, 3)),

    -- Where it stands. All of it from the day it is paid out.
    outstanding        bigint  CHECK (outstanding >= 0),
    rate               numeric(12, 10) CHECK (rate >= 0),
    instalment         bigint  CHECK (instalment >= 0),
    instalments_left   int     CHECK (instalments_left >= 0),
    interest_only_left int     CHECK (interest_only_left >= 0),
    billed             int     CHECK (billed >= 0),
    accrued_to         date,
    accrual_numerator   numeric CHECK (accrual_numerator >= 0),
    accrual_denominator numeric CHECK (accrual_denominator > 0),
    next_due       date,
    next_repricing date,
    -- Reference of a rail order whose amount must stay true until its outcome is known.
    held_by        text,
    settled_on     date,
    -- Number of events so far.
    version        bigint   NOT NULL DEFAULT 0,

    CHECK (state = 'OPENING' OR num_nulls(outstanding, rate, instalment, instalments_left, interest_only_left, billed,
                                          accrued_to, accrual_numerator, accrual_denominator) = 0),
    CHECK (state <> 'ACTIVE' OR (next_due IS NULL) = (instalments_left = 0)),
    CHECK ((state = 'SETTLED') = (settled_on IS NOT NULL)),
    CHECK (state <> 'SETTLED' OR outstanding = 0),
    UNIQUE (application_id, tranche)
) WITH (fillfactor = 70);
CREATE INDEX loan_due ON loan (next_due, id) WHERE state = 'ACTIVE' AND next_due IS NOT NULL;
CREATE INDEX loan_repricing ON loan (next_repricing, id) WHERE state = 'ACTIVE' AND next_repricing IS NOT NULL;
CREATE INDEX loan_customer ON loan (customer_id, id);
CREATE INDEX loan_contract ON loan (contract_id);

-- What happened to it, in order; recorded for good.
CREATE TABLE loan_event (
    loan_id     uuid        NOT NULL REFERENCES loan,
    number      bigint      NOT NULL,
    kind        text        NOT NULL,
    date        date        NOT NULL,
    data        jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (loan_id, number)
);
CREATE TRIGGER loan_event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON loan_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE loan_event ENABLE ALWAYS TRIGGER loan_event_is_final;

-- The reference rates heard from loan-service. A later publication of the same date corrects the earlier one.
CREATE TABLE reference_rate (
    rate  text            NOT NULL CHECK (rate IN ('LPR_1Y', 'LPR_5Y')),
    date  date            NOT NULL,
    value numeric(12, 10) NOT NULL CHECK (value >= 0),
    PRIMARY KEY (rate, date)
);
