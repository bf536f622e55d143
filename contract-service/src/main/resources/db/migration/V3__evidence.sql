-- The evidence log. Leaves wait until the one writer takes them in batches; what is in the tree is never touched again.

create table evidence_pending (
    position   bigint generated always as identity primary key,
    event_id   uuid  not null unique,
    commitment bytea not null check (length(commitment) = 32)
);

create table evidence_leaf (
    index      bigint primary key check (index >= 0),
    event_id   uuid        not null unique,
    commitment bytea       not null check (length(commitment) = 32),
    added_at   timestamptz not null default now()
);

-- C2SP tlog-tiles: up to 256 hashes of one eighth level.
create table evidence_tile (
    level  smallint not null check (level between 0 and 7),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, index)
);

create table evidence_head (
    size      bigint primary key,
    root      bytea       not null check (length(root) = 32),
    note      text        not null, -- the signed checkpoint
    signed_at timestamptz not null default now()
);

-- The key that signs heads.
create table evidence_key (
    name        text primary key,
    public_key  bytea       not null check (length(public_key) = 32),
    private_key bytea       not null, -- encrypted
    created_at  timestamptz not null default now()
);

-- What a commitment commits to: kept for the customer's proofs, deleted when the fact is erased; the leaf stays.
create table evidence_opening (
    event_id    uuid primary key,
    type        text  not null,
    contract_id uuid,
    opening     bytea not null -- encrypted JSON: salt and fact
);
create index on evidence_opening (contract_id);

-- Each audit looks at a stretch of leaves and goes on where the one before stopped.
create table evidence_audit (
    id         uuid primary key,
    size       bigint      not null,
    from_index bigint      not null,
    to_index   bigint      not null,
    findings   text        not null, -- one a line; empty when sound
    audited_at timestamptz not null
);
create index on evidence_audit (audited_at);

create trigger evidence_leaf_append_only before update or delete on evidence_leaf
    for each row execute function refuse_change();
create trigger evidence_leaf_no_truncate before truncate on evidence_leaf
    for each statement execute function refuse_change();
create trigger evidence_head_append_only before update or delete on evidence_head
    for each row execute function refuse_change();
create trigger evidence_head_no_truncate before truncate on evidence_head
    for each statement execute function refuse_change();

-- A tile may only grow at its end.
create function refuse_tile_rewrite() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.level, new.index) is distinct from (old.level, old.index)
        or length(new.hashes) < length(old.hashes)
        or substring(new.hashes from 1 for length(old.hashes)) <> old.hashes then
        raise exception 'a tile of the evidence log only grows' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger evidence_tile_grows before update or delete on evidence_tile
    for each row execute function refuse_tile_rewrite();
