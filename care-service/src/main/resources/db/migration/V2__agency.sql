-- Partner agencies: who they are, which papers they hold until when, and where their vetting stands.
create table agency (
    id uuid primary key,
    -- The OAuth client at identity that the agency signs in with.
    client_id text not null unique,
    name text not null,
    -- Purposes it may ask permits for, joined by commas.
    purposes text not null check (purposes ~ '^(MARKETING|COLLECTION|SERVICE)(,(MARKETING|COLLECTION|SERVICE))*$'),
    licence_until date not null,
    confidentiality_until date not null,
    training_until date not null,
    state text not null check (state in ('PROPOSED', 'VETTED', 'SUSPENDED')),
    proposed_by uuid not null,
    vetted_by uuid,
    suspended_by uuid,
    suspension_reason text,
    changed_at timestamptz not null,
    version integer not null,
    -- Two people: whoever proposed it does not vet it.
    check (vetted_by <> proposed_by),
    check (state = 'PROPOSED' or vetted_by is not null),
    check ((state = 'SUSPENDED') = (suspended_by is not null)),
    check ((state = 'SUSPENDED') = (suspension_reason is not null))
);
