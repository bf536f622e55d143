-- Customers who are erased and whose contracts no law keeps any longer: their contents are emptied. What stays is that there
-- was a contract, when, over how much, and the hash of its file, so that whoever has the file can still have it checked.
create table retention_ended (
    customer_id uuid primary key,
    ended_at    timestamptz not null
);
create trigger retention_ended_append_only before update or delete on retention_ended
    for each row execute function refuse_change();

-- What only grows may be emptied once it is let go: the column named, and nothing else.
create function refuse_unless_emptied() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and to_jsonb(new) - tg_argv[0] = to_jsonb(old) - tg_argv[0]
        and to_jsonb(new) ->> tg_argv[0] = '\x'
        and exists (
            select from contract c join retention_ended r using (customer_id) where c.id = old.contract_id) then
        return new;
    end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
drop trigger contract_file_append_only on contract_file;
create trigger contract_file_append_only before update or delete on contract_file
    for each row execute function refuse_unless_emptied('content');
drop trigger contract_signature_append_only on contract_signature;
create trigger contract_signature_append_only before update or delete on contract_signature
    for each row execute function refuse_unless_emptied('verification_token');
drop trigger signature_evidence_append_only on signature_evidence;
create trigger signature_evidence_append_only before update or delete on signature_evidence
    for each row execute function refuse_unless_emptied('evidence');
