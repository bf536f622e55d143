-- Events are told from the log itself: each subscriber has a place in it. A row of outbox_delivery is written for an event
-- alone that could not be delivered at once, and for those of its subject behind it.

-- Who hears it, with commas between. Null of the version before, which writes a delivery for each.
alter table outbox_event add column subscribers text;

create table outbox_subscription (
    subscriber text primary key,
    position   bigint      not null,           -- everything up to here was delivered or lies in outbox_delivery
    -- A number that is missing may be of a transaction that is still under way, or of one that was undone. Every number up
    -- to "watched" was drawn before transaction "watched_by" began: when all those older are over, what is missing stays so.
    watched    bigint      not null default 0,
    watched_by bigint      not null default 0, -- as pg_current_xact_id() has it
    holder     uuid,                           -- the replica that reads on from here
    held_until timestamptz not null default '-infinity'
) with (fillfactor = 50);

create trigger outbox_wake after insert on outbox_event for each statement execute function outbox_wake();
