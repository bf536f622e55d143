-- How long an answer may take. Days count from the day of receipt; a last day off work moves to the next working day
-- (民法典 203).
create table complaint_clock (
    step text primary key check (step in ('FIRST', 'COMPLEX', 'MORE')),
    days integer not null check (days > 0),
    source text not null
);

insert into complaint_clock values
    ('FIRST', 15, '银行业保险业消费投诉处理管理办法: 15 days where the facts are clear'),
    ('COMPLEX', 30, '银行业保险业消费投诉处理管理办法: up to 30 days where the matter is complex'),
    ('MORE', 30, '银行业保险业消费投诉处理管理办法: 30 days more, with approval');

create table complaint (
    id uuid primary key,
    customer_id uuid not null,
    about text not null check (about in ('CONTACT', 'DECISION', 'CHARGE', 'DATA', 'SERVICE', 'OTHER')),
    subject_id uuid,
    sealed_text bytea not null,
    received_on date not null,
    received_at timestamptz not null,
    due_on date not null check (due_on > received_on),
    state text not null check (state in ('OPEN', 'EXTENDED', 'EXTENDED_AGAIN', 'ANSWERED', 'WITHDRAWN')),
    extended_by uuid,
    approved_by uuid,
    answered_by uuid,
    outcome text check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD')),
    sealed_answer bytea,
    closed_at timestamptz,
    version integer not null,
    check ((state in ('ANSWERED', 'WITHDRAWN')) = (closed_at is not null)),
    check ((state = 'ANSWERED') = (answered_by is not null and outcome is not null and sealed_answer is not null)),
    -- More time takes a second person.
    check (approved_by <> extended_by)
);

create index complaint_of_customer on complaint (customer_id, id desc);
create index complaint_pending on complaint (due_on, id) where closed_at is null;

-- Staff who may not answer: they had a part in the matter, or say so themselves.
create table complaint_involved (
    complaint_id uuid not null references complaint,
    staff_id uuid not null,
    primary key (complaint_id, staff_id)
);

-- Which member of staff read what a customer wrote.
create table complaint_reading (
    complaint_id uuid not null references complaint,
    staff_id uuid not null,
    at timestamptz not null
);
create index complaint_readings on complaint_reading (complaint_id, at);
