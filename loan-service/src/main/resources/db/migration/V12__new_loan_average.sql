-- The national average of new home loans is published like a reference rate: by two officers, with its history by date.
ALTER TABLE reference_rate DROP CONSTRAINT reference_rate_rate_check;
ALTER TABLE reference_rate ADD CONSTRAINT reference_rate_rate_check
    CHECK (rate IN ('LPR_1Y', 'LPR_5Y', 'PROVIDENT_FUND_5Y', 'PROVIDENT_FUND_OVER_5Y', 'NEW_LOAN_AVERAGE'));
ALTER TABLE reference_rate_proposal DROP CONSTRAINT reference_rate_proposal_rate_check;
ALTER TABLE reference_rate_proposal ADD CONSTRAINT reference_rate_proposal_rate_check
    CHECK (rate IN ('LPR_1Y', 'LPR_5Y', 'PROVIDENT_FUND_5Y', 'PROVIDENT_FUND_OVER_5Y', 'NEW_LOAN_AVERAGE'));
