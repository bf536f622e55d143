-- What both must agree on, one line: bills, paid, principal and interest of the paid ones, orders, transfers, outstanding
-- principal, loans moved on, their events, events told of instalments. (The books of the day are closed by ours alone.)
SELECT concat_ws(' ',
    (SELECT count(*) FROM bill), (SELECT count(*) FROM bill WHERE state = 'PAID'),
    (SELECT sum(principal) FROM bill WHERE state = 'PAID'), (SELECT sum(interest) FROM bill WHERE state = 'PAID'),
    (SELECT count(*) FROM rail_order WHERE state IN ('SUCCEEDED', 'FAILED')),
    (SELECT count(*) FROM transfer WHERE kind = 'INSTALMENT'), (SELECT sum(outstanding) FROM loan),
    (SELECT count(*) FROM loan WHERE next_due = DATE '2027-01-22'), (SELECT count(*) FROM loan_event),
    (SELECT count(*) FROM outbox_event WHERE type LIKE 'anju.instalment.%'))
