-- What has gathered for lateness, exact: penalty on principal and compound interest on interest, each a fraction of a fen
-- that is rounded once. Up to charged_to, paid or not; NULL while nothing has, and once the bill is paid. penalty_open and
-- penalty_paid are both kinds together, as before.
ALTER TABLE bill ADD COLUMN penalty_numerator    numeric CHECK (penalty_numerator >= 0);
ALTER TABLE bill ADD COLUMN penalty_denominator  numeric CHECK (penalty_denominator > 0);
ALTER TABLE bill ADD COLUMN compound_numerator   numeric CHECK (compound_numerator >= 0);
ALTER TABLE bill ADD COLUMN compound_denominator numeric CHECK (compound_denominator > 0);
ALTER TABLE bill ADD COLUMN compound_paid        bigint NOT NULL DEFAULT 0 CHECK (compound_paid >= 0);
-- Of what was charged for lateness, waived and never paid; compound_paid holds waived interest too.
ALTER TABLE bill ADD COLUMN penalty_waived       bigint NOT NULL DEFAULT 0 CHECK (penalty_waived >= 0);
ALTER TABLE bill ADD CHECK (compound_paid <= penalty_paid + penalty_waived);
-- Day of the last payment; within grace it is later than charged_to, since nothing gathers as long as grace lasts.
-- NULL: charged_to.
ALTER TABLE bill ADD COLUMN seen_to date;
ALTER TABLE bill ADD CHECK (num_nulls(penalty_numerator, penalty_denominator, compound_numerator,
                                      compound_denominator) IN (0, 4));

-- Bills paid in part before now: what was charged counts as penalty; where nothing was, grace was not over.
UPDATE bill
SET seen_to = charged_to,
    charged_to = CASE WHEN penalty_open + penalty_paid = 0 THEN due_date ELSE charged_to END,
    penalty_numerator = penalty_open + penalty_paid, penalty_denominator = 1,
    compound_numerator = 0, compound_denominator = 1
WHERE state <> 'PAID' AND charged_to > due_date;
