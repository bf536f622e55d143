-- An appeal is kept as a complaint is, and is against something. A version that knows of none writes complaints.
alter table complaint add column kind text not null default 'COMPLAINT' check (kind in ('COMPLAINT', 'APPEAL'));
alter table complaint add constraint appeal_has_its_subject check (kind = 'COMPLAINT' or subject_id is not null);
alter table complaint drop constraint complaint_about_check;
alter table complaint add constraint complaint_about_check
    check (about in ('CONTACT', 'DECISION', 'CHARGE', 'RISK_HOLD', 'UNLINKING', 'DATA', 'SERVICE', 'OTHER'));
