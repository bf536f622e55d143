-- A sealed contract may be rescinded: its file and hash stay. A rejected mortgage may be applied for again.
alter table contract
    drop constraint contract_state_check,
    drop constraint contract_check,
    drop constraint contract_check1,
    drop constraint contract_check2,
    add constraint contract_state_check
        check (state in ('DRAFTED', 'SIGNED', 'SEALED', 'RESCINDED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    add constraint contract_sealed_at check ((state in ('SEALED', 'RESCINDED')) = (sealed_at is not null)),
    add constraint contract_sealed_hash check ((state in ('SEALED', 'RESCINDED')) = (sealed_sha256 is not null)),
    add constraint contract_ended_at
        check ((state in ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'RESCINDED')) = (ended_at is not null));

alter table mortgage_registration add column attempt int not null default 1 check (attempt > 0);
