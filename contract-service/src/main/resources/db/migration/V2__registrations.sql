-- The mortgage's life at the property registry.

create table mortgage_registration (
    id                 uuid primary key,
    contract_id        uuid        not null unique references contract,
    application_id     uuid        not null,
    customer_id        uuid        not null,
    loan_id            uuid,
    state              text        not null check (state in ('PENDING', 'REGISTERED', 'REJECTED', 'RELEASING', 'RELEASED')),
    registry_id        text        not null unique,
    certificate_number text,
    reason             text,
    requested_at       timestamptz not null,
    registered_at      timestamptz,
    released_at        timestamptz,
    version            bigint      not null,
    check (state in ('PENDING', 'REJECTED') or certificate_number is not null),
    check ((state = 'RELEASED') = (released_at is not null))
);
create index on mortgage_registration (customer_id, id);
