-- The same days as repayment-service has, for annexes whose due dates move on holidays.
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
