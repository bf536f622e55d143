-- Regular work that one replica does for all: who has taken the turn has it until the lease ends.
create table turn (
    name         text primary key,
    leased_until timestamptz not null
);
