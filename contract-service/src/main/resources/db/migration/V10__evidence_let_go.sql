-- Whose fact it is, so that it can be let go. Null for facts about nobody, for those let go, and for those of the version
-- before.
alter table evidence_opening add column customer_id uuid;
create index evidence_opening_customer on evidence_opening (customer_id, type);

-- A fact that no law keeps any longer has its opening emptied, so that nobody can say any more what its leaf commits to. That
-- there was a fact of this type stays, and so does its leaf.
comment on column evidence_opening.opening is 'encrypted JSON: salt and fact; empty once it is let go';

-- Which items of the retention schedule have ended for whom: what belongs to none of them goes with the last.
create table evidence_item_ended (
    customer_id uuid        not null,
    item        text        not null,
    ended_at    timestamptz not null,
    primary key (customer_id, item)
);
