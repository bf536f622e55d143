-- Links between mortgages and credit wallets: agreed on, used, closed step by step. Amounts in fen.
CREATE TABLE wallet_link (
    id           uuid        PRIMARY KEY,
    customer_id  uuid        NOT NULL,
    loan_id      uuid        NOT NULL REFERENCES loan,
    -- The contract that is signed for it, with contract-service.
    agreement_id uuid        NOT NULL UNIQUE,
    -- The institution's token of the wallet, and its last characters for the holder to recognise.
    wallet       text        NOT NULL CHECK (length(wallet) BETWEEN 1 AND 200),
    tail         text        NOT NULL CHECK (length(tail) BETWEEN 1 AND 4),
    state        text        NOT NULL CHECK (state IN ('REQUESTED', 'LINKED', 'CLOSING', 'UNLINKED', 'CANCELLED')),
    automatic    boolean     NOT NULL,
    -- The limit, what it was computed from, and by which figures of the formula.
    limit_fen    bigint      NOT NULL CHECK (limit_fen >= 0),
    mortgage_balance bigint  NOT NULL CHECK (mortgage_balance >= 0),
    history_months int       NOT NULL CHECK (history_months >= 0),
    counted      int         NOT NULL CHECK (counted >= 0),
    on_time      int         NOT NULL CHECK (on_time BETWEEN 0 AND counted),
    rule_share   numeric(6, 5) NOT NULL CHECK (rule_share BETWEEN 0 AND 1),
    rule_full_months int     NOT NULL CHECK (rule_full_months >= 1),
    rule_cap     bigint      NOT NULL CHECK (rule_cap >= limit_fen),
    rule_step    bigint      NOT NULL CHECK (rule_step >= 1),
    requested_at timestamptz NOT NULL,
    linked_at    timestamptz,
    undo_until   timestamptz,
    ended_at     timestamptz,
    version      bigint      NOT NULL DEFAULT 0,
    CHECK (state IN ('REQUESTED', 'CANCELLED') OR linked_at IS NOT NULL),
    CHECK ((state = 'CLOSING') = (undo_until IS NOT NULL)),
    CHECK ((state IN ('UNLINKED', 'CANCELLED')) = (ended_at IS NOT NULL)),
    CHECK (NOT automatic OR state IN ('REQUESTED', 'LINKED', 'CLOSING'))
);
CREATE INDEX wallet_link_customer ON wallet_link (customer_id, id);
-- A loan has one wallet at most; a closed one makes room for the next.
CREATE UNIQUE INDEX wallet_link_live ON wallet_link (loan_id) WHERE state IN ('REQUESTED', 'LINKED', 'CLOSING');
CREATE INDEX wallet_link_closing ON wallet_link (undo_until) WHERE state = 'CLOSING';

-- A guided closing. What its customer was told of it beforehand stays beside it.
CREATE TABLE wallet_unlinking (
    id           uuid        PRIMARY KEY,
    link_id      uuid        NOT NULL REFERENCES wallet_link,
    state        text        NOT NULL
        CHECK (state IN ('ASSESSED', 'REPORTED', 'SETTLED', 'CONFIRMED', 'UNDONE', 'FINISHED')),
    -- The impact as it was told.
    automatic    boolean     NOT NULL,
    next_due     date,
    next_amount  bigint      NOT NULL CHECK (next_amount >= 0),
    unpaid       int         NOT NULL CHECK (unpaid >= 0),
    own_funds    bigint      NOT NULL CHECK (own_funds >= 0),
    credit_used  bigint      NOT NULL CHECK (credit_used >= 0),
    limit_fen    bigint      NOT NULL CHECK (limit_fen >= 0),
    card_bound   boolean     NOT NULL,
    begun_at     timestamptz NOT NULL,
    reported_at  timestamptz,
    settled_at   timestamptz,
    confirmed_at timestamptz,
    undo_until   timestamptz,
    ended_at     timestamptz,
    CHECK (state NOT IN ('REPORTED', 'SETTLED', 'CONFIRMED', 'FINISHED') OR reported_at IS NOT NULL),
    CHECK (state NOT IN ('SETTLED', 'CONFIRMED', 'FINISHED') OR settled_at IS NOT NULL),
    CHECK (state NOT IN ('CONFIRMED', 'FINISHED') OR (confirmed_at IS NOT NULL AND undo_until IS NOT NULL)),
    CHECK ((state IN ('UNDONE', 'FINISHED')) = (ended_at IS NOT NULL)),
    CHECK (state <> 'FINISHED' OR ended_at >= undo_until)
);
CREATE INDEX wallet_unlinking_link ON wallet_unlinking (link_id, id);
CREATE UNIQUE INDEX wallet_unlinking_open ON wallet_unlinking (link_id) WHERE state NOT IN ('UNDONE', 'FINISHED');

-- What the institution is told: written with what it tells of, sent afterwards in the order of ids, link by link.
CREATE TABLE wallet_notice (
    id           uuid        PRIMARY KEY,
    link_id      uuid        NOT NULL REFERENCES wallet_link,
    kind         text        NOT NULL CHECK (kind IN ('LIMIT', 'CLOSING_REQUESTED', 'CLOSING_UNDONE', 'CLOSED')),
    limit_fen    bigint      NOT NULL CHECK (limit_fen >= 0),
    -- The very text that is signed.
    payload      text        NOT NULL CHECK (length(payload) <= 2000),
    placed_at    timestamptz NOT NULL,
    attend_at    timestamptz NOT NULL,
    attempts     int         NOT NULL DEFAULT 0,
    delivered_at timestamptz
);
CREATE INDEX wallet_notice_open ON wallet_notice (link_id, id) WHERE delivered_at IS NULL;

-- Wallets pay by orders of their own kind, which the rail's courier hands to the institution.
ALTER TABLE rail_order DROP CONSTRAINT rail_order_kind_check;
ALTER TABLE rail_order ADD CONSTRAINT rail_order_kind_check CHECK (kind IN ('DEBIT', 'PAYOUT', 'WALLET_DEBIT'));
-- Only instalments are paid from a wallet.
ALTER TABLE rail_order ADD CONSTRAINT rail_order_wallet_pays_instalments
    CHECK (kind <> 'WALLET_DEBIT' OR purpose = 'INSTALMENT');

-- A payment by hand comes from a card or from a wallet.
ALTER TABLE payment ALTER COLUMN card_id DROP NOT NULL;
ALTER TABLE payment ADD COLUMN wallet_link_id uuid REFERENCES wallet_link;
ALTER TABLE payment ADD CONSTRAINT payment_from_one_place CHECK (num_nonnulls(card_id, wallet_link_id) = 1);

-- Money from wallets is reconciled with their institution, not with the rail's daily file.
INSERT INTO account (owner, code, side, balance)
    VALUES ('00000000-0000-0000-0000-000000000000', 'WALLET_CLEARING', 1, NULL);
