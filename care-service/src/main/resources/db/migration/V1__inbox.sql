-- One mailbox a customer. Its row is locked by whoever adds to it, so numbers are given in the order of commits: a reader
-- that has seen number n never meets a smaller one later.
create table mailbox (
    customer_id uuid primary key,
    last_number bigint not null check (last_number >= 0),
    unread bigint not null check (unread between 0 and last_number)
);

create table message (
    customer_id uuid not null references mailbox,
    number bigint not null check (number > 0),
    id uuid not null,
    -- A name of Template.java; words are made at reading.
    template text not null,
    fields text not null check (fields is json object),
    -- The event, or the act in this service, that the message tells of. Told once, whatever is delivered twice.
    cause uuid not null,
    at timestamptz not null,
    read_at timestamptz,
    primary key (customer_id, number),
    unique (customer_id, id),
    unique (customer_id, cause, template)
);

create index message_unread on message (customer_id, number desc) where read_at is null;
