-- The national average of new home loans, heard from loan-service beside the loan prime rates.
ALTER TABLE reference_rate DROP CONSTRAINT reference_rate_rate_check;
ALTER TABLE reference_rate ADD CONSTRAINT reference_rate_rate_check
    CHECK (rate IN ('LPR_1Y', 'LPR_5Y', 'NEW_LOAN_AVERAGE'));
