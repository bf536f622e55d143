-- Each must be 0: entries in all, kept balances that differ from their entries, balances that differ from what is owed
-- (billed and unpaid, or not billed), instalments paid without exactly one transfer of their amount, transfers without a
-- paid instalment, instalments with two orders that moved money, breaks with the rail.
SELECT concat_ws(' ',
    (SELECT coalesce(sum(amount), 0) FROM entry),
    (SELECT count(*) FROM account a JOIN (SELECT account_id, sum(amount) AS amount FROM entry GROUP BY 1) e
        ON e.account_id = a.id WHERE a.balance <> a.side * e.amount),
    (SELECT count(*) FROM loan l JOIN account a ON a.owner = l.id AND a.code = 'LOAN_PRINCIPAL'
        LEFT JOIN (SELECT loan_id, sum(principal_open) AS open FROM bill GROUP BY 1) b ON b.loan_id = l.id
        WHERE a.balance <> l.outstanding + coalesce(b.open, 0)),
    (SELECT count(*) FROM (SELECT b.loan_id FROM bill b LEFT JOIN transfer t
        ON t.loan_id = b.loan_id AND t.kind = 'INSTALMENT' AND t.amount = b.principal + b.interest
        WHERE b.state = 'PAID' GROUP BY b.loan_id, b.number HAVING count(t.id) <> 1) x),
    (SELECT count(*) FROM transfer t WHERE t.kind = 'INSTALMENT'
        AND NOT EXISTS (SELECT FROM bill b WHERE b.loan_id = t.loan_id AND b.state = 'PAID')),
    (SELECT count(*) FROM (SELECT FROM rail_order WHERE state = 'SUCCEEDED' GROUP BY loan_id, subject HAVING count(*) > 1) x),
    (SELECT count(*) FROM rail_break))
