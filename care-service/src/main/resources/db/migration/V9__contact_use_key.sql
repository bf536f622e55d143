-- The key of the request that used the permit: the same request sent again is the same use.
alter table contact_use add column request_key text not null default '';
