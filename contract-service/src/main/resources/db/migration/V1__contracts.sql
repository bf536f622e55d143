-- Contracts: drafted, signed, sealed; their files and the evidence of their signing.

create table contract (
    id               uuid primary key,
    number           text        not null unique,
    kind             text        not null check (kind in ('HOME_LOAN', 'SETTLEMENT_CERTIFICATE')),
    customer_id      uuid        not null,
    application_id   uuid        not null,
    loan_id          uuid,
    template_id      text        not null,
    template_version int         not null,
    state            text        not null
        check (state in ('DRAFTED', 'SIGNED', 'SEALED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    pdf_sha256       text        not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'), -- what is signed
    sealed_sha256    text check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
    principal        bigint      not null check (principal > 0), -- fen
    property_certificate bytea   not null, -- encrypted
    party            bytea       not null, -- encrypted JSON: name and ID number
    clauses          bytea       not null, -- encrypted JSON: the clauses as printed
    drafted_at       timestamptz not null,
    expires_on       date,
    signed_at        timestamptz,
    sealed_at        timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    version          bigint      not null,
    check ((state = 'SEALED') = (sealed_at is not null)),
    check ((state = 'SEALED') = (sealed_sha256 is not null)),
    check ((state in ('DECLINED', 'EXPIRED', 'WITHDRAWN')) = (ended_at is not null)),
    check (state <> 'SIGNED' or signed_at is not null),
    check (kind <> 'HOME_LOAN' or state not in ('DRAFTED') or expires_on is not null)
);
create index on contract (customer_id, id);
create index on contract (expires_on) where state = 'DRAFTED';
create index on contract (pdf_sha256);
create index on contract (sealed_sha256);
-- One live home-loan contract an application; a declined, expired or withdrawn one makes room for the next.
create unique index contract_live on contract (application_id) where kind = 'HOME_LOAN' and state in ('DRAFTED', 'SIGNED', 'SEALED');
create unique index contract_certificate on contract (loan_id) where kind = 'SETTLEMENT_CERTIFICATE';

-- ORIGINAL: the bytes whose hash is signed. SEALED: those bytes, the signature page and the bank's seal behind them.
create table contract_file (
    contract_id uuid  not null references contract,
    variant     text  not null check (variant in ('ORIGINAL', 'SEALED')),
    content     bytea not null, -- encrypted
    primary key (contract_id, variant)
);

create table clause_confirmation (
    id            uuid primary key,
    contract_id   uuid        not null references contract,
    customer_id   uuid        not null,
    clause_id     text        not null,
    shown_at      timestamptz not null,
    seconds_shown int         not null check (seconds_shown >= 0),
    answer        text        not null,
    correct       boolean     not null,
    recorded_at   timestamptz not null
);
create index on clause_confirmation (contract_id);

create table contract_signature (
    contract_id        uuid primary key references contract,
    customer_id        uuid        not null,
    role               text        not null check (role in ('BORROWER')),
    pdf_sha256         text        not null,
    verification_jti   text        not null unique,
    verification_token bytea       not null, -- encrypted
    signed_at          timestamptz not null
);

-- The passkey's assertion behind a signature, as identity-service hands it over.
create table signature_evidence (
    contract_id uuid primary key references contract_signature,
    evidence    bytea       not null, -- encrypted JSON
    fetched_at  timestamptz not null
);

-- Evidence only grows: a file, an answer, a signature once written stays as it is.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger contract_file_append_only before update or delete on contract_file
    for each row execute function refuse_change();
create trigger clause_confirmation_append_only before update or delete on clause_confirmation
    for each row execute function refuse_change();
create trigger contract_signature_append_only before update or delete on contract_signature
    for each row execute function refuse_change();
create trigger signature_evidence_append_only before update or delete on signature_evidence
    for each row execute function refuse_change();

-- What was signed cannot be exchanged behind the signature.
create function refuse_contract_rewrite() returns trigger language plpgsql as $$
begin
    if (new.id, new.number, new.kind, new.customer_id, new.application_id, new.pdf_sha256, new.principal)
        is distinct from (old.id, old.number, old.kind, old.customer_id, old.application_id, old.pdf_sha256, old.principal)
        or (old.sealed_sha256 is not null and new.sealed_sha256 is distinct from old.sealed_sha256) then
        raise exception 'what contract % says is fixed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger contract_fixed before update on contract for each row execute function refuse_contract_rewrite();

-- Work to be done outside a transaction: render, seal, ask the registry. One row until it is done.
create table task (
    id         uuid primary key,
    kind       text        not null,
    subject    uuid        not null,
    payload    text        not null, -- JSON
    state      text        not null default 'OPEN' check (state in ('OPEN', 'PARKED')),
    attempts   int         not null default 0,
    due_at     timestamptz not null default now(),
    last_error text,
    created_at timestamptz not null default now()
);
create index on task (due_at) where state = 'OPEN';
