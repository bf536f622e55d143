-- What an offer pays before anything is repaid early: the loan's unpaid bills, oldest first, as they stand on the offer's
-- day. Five arrays of one length; the version before offers nothing where a bill is unpaid, which is what the defaults say.
ALTER TABLE prepayment_quote
    ADD COLUMN overdue_numbers    int[]    NOT NULL DEFAULT '{}',
    ADD COLUMN overdue_dates      date[]   NOT NULL DEFAULT '{}',
    ADD COLUMN overdue_penalties  bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN overdue_interests  bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN overdue_principals bigint[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT prepayment_quote_overdue CHECK (
        cardinality(overdue_dates) = cardinality(overdue_numbers)
        AND cardinality(overdue_penalties) = cardinality(overdue_numbers)
        AND cardinality(overdue_interests) = cardinality(overdue_numbers)
        AND cardinality(overdue_principals) = cardinality(overdue_numbers));
