-- What is overdue is charged by the contract rate of each day times its factor (银发〔2003〕251号): the rates that came since an
-- instalment was billed are read with it, by key, from what happened to its loan.
CREATE INDEX loan_event_rate ON loan_event (loan_id, date) WHERE kind IN ('Repriced', 'RateTermsChanged');

-- Events of the loan up to which no rate says anything of the bill: of those from before, whose lateness was charged, told and
-- perhaps paid at the rate at which they were billed, all until now.
ALTER TABLE bill ADD COLUMN rates_behind bigint NOT NULL DEFAULT 0;

UPDATE bill b
SET rates_behind = r.number
FROM (SELECT e.loan_id, max(e.number) AS number
      FROM loan_event e WHERE e.kind IN ('Repriced', 'RateTermsChanged') GROUP BY e.loan_id) r
WHERE b.loan_id = r.loan_id;
