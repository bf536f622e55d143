-- Orders to the payment rail. Written in the transaction of the decision to move money, sent afterwards, concluded by
-- the rail's signed callback or by asking. One reference is one movement of money, here and at the rail.
CREATE TABLE rail_order (
    reference      text        PRIMARY KEY CHECK (length(reference) BETWEEN 1 AND 200),
    kind           text        NOT NULL CHECK (kind IN ('DEBIT', 'PAYOUT')),
    purpose        text        NOT NULL CHECK (purpose IN ('DISBURSEMENT', 'INSTALMENT', 'PREPAYMENT')),
    loan_id        uuid        NOT NULL,
    -- The thing it pays, within its purpose: an instalment's number, a prepayment's id.
    subject        text        NOT NULL,
    -- Card token of a debit, payee's reference of a payout.
    account        text        NOT NULL,
    amount         bigint      NOT NULL CHECK (amount > 0),
    business_date  date        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('PLACED', 'SENT', 'SUCCEEDED', 'FAILED')),
    transaction_id text,
    reason         text,
    placed_at      timestamptz NOT NULL,
    concluded_at   timestamptz,
    -- When the order is sent, or asked after, next; meanwhile it belongs to the worker that moved this forward.
    attend_at      timestamptz NOT NULL,
    attempts       int         NOT NULL DEFAULT 0,
    CHECK ((state IN ('SUCCEEDED', 'FAILED')) = (concluded_at IS NOT NULL)),
    CHECK ((state = 'FAILED') = (reason IS NOT NULL)),
    CHECK (state <> 'SENT' OR transaction_id IS NOT NULL)
);
CREATE INDEX rail_order_open ON rail_order (attend_at) WHERE state IN ('PLACED', 'SENT');
CREATE INDEX rail_order_loan ON rail_order (loan_id, placed_at);
-- At most one order is under way for one thing: an instalment that is being debited is not debited again.
CREATE UNIQUE INDEX rail_order_one_under_way ON rail_order (loan_id, purpose, subject) WHERE state IN ('PLACED', 'SENT');
