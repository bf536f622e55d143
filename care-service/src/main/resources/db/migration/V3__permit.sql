-- Contact permits. Policy is data with its source; what was asked and decided is only ever added to.

create table contact_purpose_policy (
    purpose text primary key check (purpose in ('MARKETING', 'COLLECTION', 'SERVICE')),
    allowed_from time not null,
    allowed_until time not null check (allowed_until > allowed_from),
    on_public_holidays boolean not null,
    -- Null where the purpose rests on the contract or a law and asks no consent.
    consent_days integer check (consent_days > 0),
    window_minutes integer not null check (window_minutes > 0),
    source text not null
);

insert into contact_purpose_policy values
    ('MARKETING', '09:00', '20:00', false, 365, 60,
     '消费者权益保护法 29, 广告法 43: consent; hours and holidays: default of this platform, no statutory number (unconfirmed)'),
    ('COLLECTION', '08:00', '22:00', true, null, 60, 'GB/T 45251-2025: no calls 22:00 to 08:00 (secondary source)'),
    ('SERVICE', '08:00', '22:00', true, null, 60, '个人信息保护法 13: contract; hours: default of this platform');

create table contact_cap (
    purpose text not null references contact_purpose_policy,
    scope text not null check (scope in ('CUSTOMER', 'NUMBER', 'AGENCY')),
    days integer not null check (days > 0),
    most integer not null check (most >= 0),
    source text not null,
    primary key (purpose, scope, days)
);

insert into contact_cap values
    ('MARKETING', 'CUSTOMER', 1, 1, 'default of this platform, no statutory number (unconfirmed)'),
    ('MARKETING', 'CUSTOMER', 30, 3, 'default of this platform, no statutory number (unconfirmed)'),
    ('MARKETING', 'NUMBER', 1, 1, 'default of this platform, no statutory number (unconfirmed)'),
    ('MARKETING', 'NUMBER', 30, 3, 'default of this platform, no statutory number (unconfirmed)'),
    ('MARKETING', 'AGENCY', 30, 2, 'default of this platform, no statutory number (unconfirmed)'),
    ('COLLECTION', 'CUSTOMER', 1, 6, 'GB/T 45251-2025: at most 6 unanswered attempts a day (secondary source)'),
    ('COLLECTION', 'NUMBER', 1, 6, 'GB/T 45251-2025: at most 6 unanswered attempts a day (secondary source)'),
    ('SERVICE', 'CUSTOMER', 1, 3, 'default of this platform');

-- What this service knows of a customer for this purpose alone; comes by events.
create table contact_person (
    customer_id uuid primary key,
    gone_at timestamptz,
    -- Keyed hash of the telephone number: equal for customers who share one, tells nothing else.
    number_key bytea
);

create table contact_consent (
    customer_id uuid not null,
    purpose text not null,
    -- ANY when the customer named no channel.
    channel text not null,
    granted boolean not null,
    said_at timestamptz not null,
    receipt_id text,
    primary key (customer_id, purpose, channel)
);

-- "Not again, not this way." Kept for good.
create table contact_refusal (
    customer_id uuid not null,
    purpose text not null,
    channel text not null,
    since timestamptz not null,
    -- The permit on whose contact it was said; null when the customer said it in the app.
    decision_id uuid,
    primary key (customer_id, purpose, channel)
);

-- Contact stops as long as the matter behind it is open: a complaint.
create table contact_stop (
    customer_id uuid not null,
    matter_id uuid not null,
    since timestamptz not null,
    lifted_at timestamptz,
    primary key (customer_id, matter_id)
);

-- The name by which one agency knows one customer in one campaign; says nothing and works for nobody else.
create table customer_reference (
    reference text primary key,
    customer_id uuid not null,
    agency_id uuid not null references agency,
    campaign text not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    unique (customer_id, agency_id, campaign)
);

create table contact_decision (
    customer_id uuid not null,
    id uuid not null,
    agency_id uuid not null references agency,
    reference text not null references customer_reference,
    purpose text not null references contact_purpose_policy,
    channel text not null,
    campaign text not null,
    planned_at timestamptz not null,
    -- On the customer's calendar (Asia/Shanghai); what caps count by.
    planned_day date not null,
    number_key bytea,
    decided_at timestamptz not null,
    permitted boolean not null,
    -- Every reason of a refusal in the order of the rules, joined by commas; empty for a permit.
    codes text not null,
    valid_until timestamptz,
    primary key (customer_id, id),
    check (permitted = (codes = '')),
    check (permitted = (valid_until is not null))
);

create index contact_decision_by_id on contact_decision (id);
create index contact_decision_counted on contact_decision (customer_id, purpose, planned_day) where permitted;
create index contact_decision_number on contact_decision (number_key, purpose, planned_day)
    where permitted and number_key is not null;

-- A permit is used once: a second use has the same key.
create table contact_use (
    customer_id uuid not null,
    decision_id uuid not null,
    at timestamptz not null,
    primary key (customer_id, decision_id),
    foreign key (customer_id, decision_id) references contact_decision
);

create table contact_outcome (
    customer_id uuid not null,
    decision_id uuid not null,
    outcome text not null check (
        outcome in ('REACHED', 'NO_ANSWER', 'WRONG_NUMBER', 'DO_NOT_CONTACT_AGAIN', 'NOT_MADE')),
    reported_at timestamptz not null,
    primary key (customer_id, decision_id),
    foreign key (customer_id, decision_id) references contact_decision
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end
$$;

create trigger contact_decision_stays before update or delete on contact_decision
    for each row execute function refuse_change();
create trigger contact_use_stays before update or delete on contact_use
    for each row execute function refuse_change();
create trigger contact_outcome_stays before update or delete on contact_outcome
    for each row execute function refuse_change();
