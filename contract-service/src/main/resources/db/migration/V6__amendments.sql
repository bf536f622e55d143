-- A contract may amend another one: the plan of a loan, or how its rate is set.
alter table contract drop constraint contract_kind_check;
alter table contract add constraint contract_kind_check
    check (kind in ('HOME_LOAN', 'SETTLEMENT_CERTIFICATE', 'PLAN_AMENDMENT', 'RATE_AMENDMENT'));
alter table contract add column amends uuid references contract;
alter table contract add constraint contract_amendment
    check ((kind in ('PLAN_AMENDMENT', 'RATE_AMENDMENT')) = (amends is not null));
alter table contract add constraint contract_amendment_of_a_loan check (amends is null or loan_id is not null);
create index contract_amends on contract (amends) where amends is not null;
