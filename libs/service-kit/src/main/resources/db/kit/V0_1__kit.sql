-- What service-kit keeps in every service's database.

create table used_verification_token (
    jti        text primary key,
    act        text        not null,
    resource   text        not null,
    subject    text        not null,
    used_at    timestamptz not null default now(),
    expires_at timestamptz not null
);
create index on used_verification_token (expires_at);

create table idempotency_key (
    scope       text        not null, -- caller, method and path
    key         text        not null,
    body_sha256 text        not null,
    status      int         not null,
    headers     text        not null, -- JSON object
    body        text        not null, -- encrypted JSON, base64
    created_at  timestamptz not null default now(),
    primary key (scope, key)
);
create index on idempotency_key (created_at);

create table outbox_event (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    type        text        not null,
    subject     text        not null,
    occurred_at timestamptz not null,
    data        text        not null, -- JSON, as it will be sent
    traceparent text
);

create table outbox_delivery (
    position        bigint      not null references outbox_event,
    subscriber      text        not null,
    subject         text        not null,
    state           text        not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'PARKED')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error      text,
    delivered_at    timestamptz,
    primary key (position, subscriber)
);
-- The dispatcher looks for the first undelivered event of each subject.
create index outbox_delivery_open on outbox_delivery (subscriber, subject, position) where state <> 'DELIVERED';
create index outbox_delivery_due on outbox_delivery (position) where state = 'PENDING';

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_wake after insert on outbox_delivery for each statement execute function outbox_wake();

create table inbox_event (
    id          uuid primary key,
    type        text        not null,
    source      text        not null,
    received_at timestamptz not null default now()
);
create index on inbox_event (received_at);
