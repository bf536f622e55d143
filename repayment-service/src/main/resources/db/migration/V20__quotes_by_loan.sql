-- Tables lead with whose rows they hold (docs/distribution.md).
create index prepayment_quote_of_loan on prepayment_quote (loan_id);
