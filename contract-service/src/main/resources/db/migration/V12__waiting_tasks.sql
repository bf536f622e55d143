-- Since when a task waits for a neighbour that is away: a registry closed overnight is no reason to give work up. Empty when
-- its last attempt met nobody's absence. A version that does not know the column leaves it as it is.
alter table task add column waiting_since timestamptz;
create index task_waiting on task (id) where state = 'OPEN' and waiting_since is not null;
create index task_parked on task (id) where state = 'PARKED';
-- Each kind is looked for by itself: thousands that wait for the registry are not read on the way to a draft.
create index task_kind_due on task (kind, due_at) where state = 'OPEN';
