-- What a task has to know may be personal: a draft that waits names the property's certificate. So its payload is encrypted
-- by this service's keys and is Base64. The version before writes JSON in clear, which is what the default says; a sealed
-- task that it takes up fails there and is tried again.
alter table task add column sealed boolean not null default false;
-- What a task is about, such as the application of a draft, by which it is found when it has lost its reason: a sealed
-- payload cannot be searched. The version before writes none.
alter table task add column matter uuid;
create index task_matter on task (matter) where matter is not null;
