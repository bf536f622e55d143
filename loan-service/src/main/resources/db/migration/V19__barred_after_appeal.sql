-- Who has a part in a decision that an upheld appeal has undone, and so none in the next: staff ids with a space between them.
-- A version that does not know the column leaves it as it is.
alter table application add column barred_officers text not null default ''
    check (barred_officers ~ '^([0-9a-f-]{36}( [0-9a-f-]{36})*)?$');
