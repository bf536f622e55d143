-- An application whose borrower is asked to the counter.
ALTER TABLE application
    DROP CONSTRAINT application_state_check,
    ADD CONSTRAINT application_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'CHECKING', 'IN_REVIEW',
        'INTERVIEW_NEEDED', 'MORE_INFORMATION_NEEDED', 'APPROVED', 'CONTRACT_ENDED', 'DECLINED', 'WITHDRAWN',
        'CONTRACTED', 'MORTGAGE_REJECTED', 'DISBURSING', 'ACTIVE', 'SETTLED'));
