create table opening (door text not null, times int not null);

create table guest (
    id             uuid primary key,
    phone_sealed   bytea not null,
    phone_hash     bytea not null unique,
    phone_hash_key   int   not null
);
