-- Whether a loan's instalments are debited by themselves, where its borrower has ever said: a loan without a row is. The id
-- is the loan's.
CREATE TABLE debit_switch (
    id         uuid        PRIMARY KEY REFERENCES loan,
    stopped    boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1)
);
