-- A due run does for one business date everything that the calendar brings to loans, in chunks that any worker can lease.
CREATE TABLE due_run (
    id          uuid        PRIMARY KEY,
    date        date        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX due_run_running ON due_run (date) WHERE state = 'RUNNING';

-- A range of loan ids. Its work is one transaction, which also marks it done: it is done whole or not at all.
CREATE TABLE due_run_chunk (
    run_id       uuid        NOT NULL REFERENCES due_run,
    number       int         NOT NULL,
    from_loan    uuid        NOT NULL,
    to_loan      uuid        NOT NULL,
    state        text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE')),
    -- Until then it belongs to the worker that moved this forward; a worker that dies loses it.
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    attempts     int         NOT NULL DEFAULT 0,
    loans        int         NOT NULL DEFAULT 0,
    billed       int         NOT NULL DEFAULT 0,
    repriced     int         NOT NULL DEFAULT 0,
    debits       int         NOT NULL DEFAULT 0,
    -- Instalments due of borrowers without a card.
    without_card int         NOT NULL DEFAULT 0,
    -- Loans left for later because an order that rests on their figures is under way.
    deferred     int         NOT NULL DEFAULT 0,
    -- Loans that could not be repriced, and the first rate that was missing.
    missing      int         NOT NULL DEFAULT 0,
    missing_rate text,
    PRIMARY KEY (run_id, number)
);
CREATE INDEX due_run_chunk_open ON due_run_chunk (leased_until) WHERE state = 'OPEN';
