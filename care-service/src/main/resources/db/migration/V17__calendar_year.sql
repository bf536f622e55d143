-- The years of which every day off and every make-up day is in calendar_day. Of a day in another year nobody knows whether
-- it is one: no marketing then, and no appointments. 2027 is not here: of it only the statutory days are entered, the notice
-- with the days around them is not. Enter the days first, then the year, each with its source.
create table calendar_year (
    year integer primary key check (year between 2000 and 2999),
    source text not null
);

insert into calendar_year values (2026, '国务院办公厅关于2026年部分节假日安排的通知');
