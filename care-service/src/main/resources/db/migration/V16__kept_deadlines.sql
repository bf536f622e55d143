-- Every deadline a complaint has had: more time gives it another and does not make the one before unsaid. The database
-- keeps them, whichever version of the service changes the complaint. They go with the complaint (a version that does
-- not know this table deletes complaints as well).
create table complaint_deadline (
    complaint_id uuid not null references complaint on delete cascade,
    step text not null check (step in ('OPEN', 'EXTENDED', 'EXTENDED_AGAIN')),
    due_on date not null,
    -- Who gave it; nobody the first, which is the law's.
    given_by uuid,
    -- Not known of those that were given before this table was there.
    given_at timestamptz,
    primary key (complaint_id, step),
    check ((step = 'OPEN') = (given_by is null))
);

-- What the complaints that are here still know: their last deadline.
insert into complaint_deadline
select id,
    case when approved_by is not null then 'EXTENDED_AGAIN' when extended_by is not null then 'EXTENDED' else 'OPEN' end,
    due_on,
    coalesce(approved_by, extended_by),
    case when extended_by is null then received_at end
from complaint;

create function keep_complaint_deadline() returns trigger language plpgsql as $$
begin
    insert into complaint_deadline values (new.id, new.state, new.due_on, coalesce(new.approved_by, new.extended_by), now());
    return null;
end $$;
create trigger complaint_deadline_first after insert on complaint
    for each row when (new.closed_at is null) execute function keep_complaint_deadline();
create trigger complaint_deadline_next after update on complaint
    for each row when (new.closed_at is null and new.state <> old.state) execute function keep_complaint_deadline();

create function refuse_deadline_change() returns trigger language plpgsql as $$
begin
    raise exception 'a deadline that was given stays given' using errcode = 'restrict_violation';
end $$;
create trigger complaint_deadline_stays before update on complaint_deadline
    for each row execute function refuse_deadline_change();

-- When it was told that no answer came in time; told once.
alter table complaint add column overdue_told_at timestamptz;
create index complaint_overdue_untold on complaint (due_on) where closed_at is null and overdue_told_at is null;

-- Who decided on an application, as loan-service tells: they have no part in answering an appeal against it.
create table application_decider (
    customer_id uuid not null,
    application_id uuid not null,
    staff_id uuid not null,
    primary key (customer_id, application_id, staff_id)
);
