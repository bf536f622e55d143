-- Branches come from a file at start (anju.care.branches-file); a branch that is no longer in it takes no more bookings.
create table branch (
    id text primary key,
    name_zh text not null,
    name_en text not null,
    address_zh text not null,
    address_en text not null,
    opens time not null,
    closes time not null check (closes > opens),
    counters integer not null check (counters between 1 and 100),
    active boolean not null
);

-- Day and time on the branch's clock (Asia/Shanghai).
create table appointment (
    id uuid primary key,
    customer_id uuid not null,
    branch_id text not null references branch,
    counter integer not null check (counter > 0),
    day date not null,
    time time not null check (extract(minute from time) in (0, 30) and extract(second from time) = 0),
    matter text not null check (matter in (
        'APPLICATION', 'DOCUMENTS', 'INTERVIEW', 'SIGNING', 'REPAYMENT', 'PREPAYMENT', 'COMPLAINT', 'OTHER')),
    -- The application, contract, loan or complaint to go on with.
    subject_id uuid,
    handover_code text not null unique,
    state text not null check (state in ('BOOKED', 'CANCELLED', 'ARRIVED')),
    received_by uuid,
    booked_at timestamptz not null,
    version integer not null,
    check ((state = 'ARRIVED') = (received_by is not null))
);

-- A counter serves one customer at a time, and a customer sits at one counter at a time.
create unique index appointment_counter on appointment (branch_id, day, time, counter) where state <> 'CANCELLED';
create unique index appointment_customer on appointment (customer_id, day, time) where state <> 'CANCELLED';
create index appointment_of_customer on appointment (customer_id, id desc);
