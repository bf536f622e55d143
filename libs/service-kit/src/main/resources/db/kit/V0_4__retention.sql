-- What lets delivered and heard events go one day.

-- Up to when each service has delivered everything to us: what it told before comes never again, and need not be known.
create table inbox_source (
    source           text primary key,
    delivered_before timestamptz not null
);
-- An inbox is swept by source.
create index inbox_event_by_source on inbox_event (source, received_at);
drop index inbox_event_received_at_idx;

create index outbox_event_by_age on outbox_event (occurred_at);
-- The first event that a subscriber has not had.
create index outbox_delivery_oldest on outbox_delivery (subscriber, position) where state <> 'DELIVERED';
