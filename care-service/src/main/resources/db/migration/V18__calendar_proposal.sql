-- A year's days off and make-up days, proposed by one officer and put in force by a second one: then they are in
-- calendar_day and the year is in calendar_year, as those that were entered by hand are.
create table calendar_proposal (
    id uuid primary key,
    year integer not null check (year between 2000 and 2999),
    source text not null,
    days jsonb not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    reason text,
    decided_at timestamptz,
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check ((decided_at is null) = (reason is null)),
    check ((decided_by = proposed_by) = (state = 'WITHDRAWN'))
);
create unique index calendar_proposal_open on calendar_proposal (year) where state = 'PROPOSED';
