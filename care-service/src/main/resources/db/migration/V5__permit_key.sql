-- Keys that sign contact permits: the private half encrypted by the service's key set. The newest that is not retired
-- signs; all that are listed verify.
create table permit_key (
    id text primary key,
    public_jwk text not null check (public_jwk is json object),
    sealed_private_jwk bytea not null,
    created_at timestamptz not null default now(),
    retired_at timestamptz
);

-- Replicas that start together agree on one key.
create unique index permit_key_signing on permit_key ((true)) where retired_at is null;
