-- A customer is erased: the hash of the number goes from what was decided, and nothing else of it can.
create function forget_number_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.number_key is null and to_jsonb(new) - 'number_key' = to_jsonb(old) - 'number_key' then
        return new;
    end if;
    raise exception '% is only ever added to', tg_table_name;
end
$$;
drop trigger contact_decision_stays on contact_decision;
create trigger contact_decision_stays before update or delete on contact_decision
    for each row execute function forget_number_only();
