-- What was agreed about lateness, early repayment and collecting, kept with each loan: the configuration of a later day
-- never reprices it. Loans from before were agreed on by these figures, which the columns have as their defaults.
ALTER TABLE loan
    ADD COLUMN frequency           text     NOT NULL DEFAULT 'MONTHLY',
    ADD COLUMN first_period        text     NOT NULL DEFAULT 'ACTUAL_DAYS',
    ADD COLUMN split_period        text     NOT NULL DEFAULT 'ACTUAL_DAYS',
    ADD COLUMN day_count           text     NOT NULL DEFAULT 'ACT_360',
    ADD COLUMN late_multiplier     numeric  NOT NULL DEFAULT 1.5 CHECK (late_multiplier BETWEEN 1.3 AND 1.5),
    ADD COLUMN late_grace_days     smallint NOT NULL DEFAULT 3 CHECK (late_grace_days BETWEEN 0 AND 31),
    ADD COLUMN late_day_count      text     NOT NULL DEFAULT 'ACT_360',
    ADD COLUMN late_compound       boolean  NOT NULL DEFAULT true,
    ADD COLUMN holidays            text     NOT NULL DEFAULT 'GRACE_MOVES',
    -- Fen; months from the start in which compensation is owed, as a share of the principal repaid early.
    ADD COLUMN prepayment_minimum  bigint   NOT NULL DEFAULT 100000 CHECK (prepayment_minimum >= 0),
    ADD COLUMN compensation_months smallint NOT NULL DEFAULT 0 CHECK (compensation_months >= 0),
    ADD COLUMN compensation_share  numeric  NOT NULL DEFAULT 0 CHECK (compensation_share BETWEEN 0 AND 1),
    ADD COLUMN part_collection     boolean  NOT NULL DEFAULT true;

-- Days off and weekend days that are worked instead, as announced each year; entered ahead, each with its source.
CREATE TABLE calendar_day (
    day    date PRIMARY KEY,
    kind   text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP')),
    name   text NOT NULL,
    source text NOT NULL
);

INSERT INTO calendar_day
SELECT day, 'HOLIDAY', name, '国务院办公厅关于2026年部分节假日安排的通知'
FROM (VALUES
    ('元旦', '2026-01-01', '2026-01-03'),
    ('春节', '2026-02-15', '2026-02-23'),
    ('清明节', '2026-04-04', '2026-04-06'),
    ('劳动节', '2026-05-01', '2026-05-05'),
    ('端午节', '2026-06-19', '2026-06-21'),
    ('中秋节', '2026-09-25', '2026-09-27'),
    ('国庆节', '2026-10-01', '2026-10-07')) holiday (name, first, last),
    LATERAL (SELECT generate_series(cast(first AS date), cast(last AS date), interval '1 day')::date) days (day);

INSERT INTO calendar_day
SELECT cast(day AS date), 'MAKE_UP', '调休', '国务院办公厅关于2026年部分节假日安排的通知'
FROM (VALUES ('2026-01-04'), ('2026-02-14'), ('2026-02-28'), ('2026-05-09'), ('2026-09-20'), ('2026-10-10')) days (day);

-- The statutory days alone; bridging days are entered when the notice for 2027 is out.
INSERT INTO calendar_day
SELECT cast(day AS date), 'HOLIDAY', name, '全国年节及纪念日放假办法 (statutory days only)'
FROM (VALUES
    ('元旦', '2027-01-01'),
    ('春节', '2027-02-05'), ('春节', '2027-02-06'), ('春节', '2027-02-07'), ('春节', '2027-02-08'),
    ('清明节', '2027-04-05'),
    ('劳动节', '2027-05-01'), ('劳动节', '2027-05-02'),
    ('端午节', '2027-06-09'),
    ('中秋节', '2027-09-15'),
    ('国庆节', '2027-10-01'), ('国庆节', '2027-10-02'), ('国庆节', '2027-10-03')) statutory (name, day);

-- Last day on which paying is in time, by the calendar that was known when it was billed; NULL where that is the due
-- date. charged_to stays the due date until something has been charged, so that the version before reads it as ever.
ALTER TABLE bill ADD COLUMN last_in_time date CHECK (last_in_time > due_date);

-- First day on which it is overdue when it is not paid; NULL where that is the day after its grace. Says
-- something of one that is due alone.
ALTER TABLE bill ADD COLUMN overdue_from date;

UPDATE bill b
SET last_in_time = n.day
FROM (
    SELECT o.loan_id, o.number, (
        SELECT min(d.day)::date
        FROM generate_series(o.due_date, o.due_date + 30, interval '1 day') AS d (day)
        WHERE NOT EXISTS (SELECT FROM calendar_day c WHERE c.day = d.day::date AND c.kind = 'HOLIDAY')
          AND (extract(isodow FROM d.day) < 6
               OR EXISTS (SELECT FROM calendar_day c WHERE c.day = d.day::date AND c.kind = 'MAKE_UP'))) AS day
    FROM bill o WHERE o.state = 'DUE' AND o.charged_to = o.due_date) n
WHERE b.loan_id = n.loan_id AND b.number = n.number AND n.day > b.due_date;
