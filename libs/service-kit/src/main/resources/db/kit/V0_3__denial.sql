-- Who was refused what. Ids, codes and path patterns only: nothing that names a person.
create table denial (
    id        bigint generated always as identity primary key,
    denied_at timestamptz not null default now(),
    code      text        not null,
    subject   text        not null, -- of the access token: a UUID for people, a name for services and agencies
    endpoint  text        not null, -- method and path pattern
    trace_id  text        not null
);
create index on denial (denied_at);
create index on denial (subject, denied_at);

-- Cybersecurity Law, article 21 (3): network logs are kept for at least six months.
create function refuse_denial_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.denied_at < now() - interval '184 days' then
        return old;
    end if;
    raise exception 'a denial stands as it was written' using errcode = 'restrict_violation';
end $$;
create trigger denial_append_only before update or delete on denial
    for each row execute function refuse_denial_change();
create trigger denial_no_truncate before truncate on denial
    for each statement execute function refuse_denial_change();
