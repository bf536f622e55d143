-- A name that an agency was given for a customer is forgotten with the customer: one that no decision refers to is deleted,
-- another stays as the decision's reference, and leads to nobody.
alter table customer_reference alter column customer_id drop not null;
comment on column customer_reference.customer_id is 'null once the customer is erased';
delete from customer_reference r using contact_person p
    where p.customer_id = r.customer_id and p.gone_at is not null
      and not exists (select from contact_decision d where d.reference = r.reference);
update customer_reference r set customer_id = null from contact_person p
    where p.customer_id = r.customer_id and p.gone_at is not null;
