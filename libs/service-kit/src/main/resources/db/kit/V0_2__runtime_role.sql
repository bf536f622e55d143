-- Two roles: one owns the tables and migrates, the other (${runtime}) is the running service's, which reads and writes rows
-- and can change nothing about the tables, least of all switch off a trigger. Where both are one, there is nothing to do.
--
-- Tables that are made later are granted by themselves; a migration takes back what the rules of a table want.
do $$
begin
    if current_user <> '${runtime}' then
        grant select, insert, update, delete on all tables in schema public to "${runtime}";
        revoke insert, update, delete on flyway_schema_history from "${runtime}";
        alter default privileges in schema public grant select, insert, update, delete on tables to "${runtime}";
    end if;
end $$;
