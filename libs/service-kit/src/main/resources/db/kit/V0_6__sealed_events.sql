-- What an event tells may be something that is encrypted at rest: then so are its data while they wait to be delivered,
-- and data is Base64. An older version beside this one writes in clear, which is what the default says.
alter table outbox_event add column sealed boolean not null default false;
