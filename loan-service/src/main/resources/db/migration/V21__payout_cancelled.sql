-- An application whose money could not be paid out and was given up: it is over, as after a loan that is repaid, but no
-- loan came of it. Its home may be applied for again.
ALTER TABLE application
    DROP CONSTRAINT application_state_check,
    ADD CONSTRAINT application_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'CHECKING', 'IN_REVIEW',
        'INTERVIEW_NEEDED', 'MORE_INFORMATION_NEEDED', 'APPROVED', 'CONTRACT_ENDED', 'DECLINED', 'WITHDRAWN',
        'CONTRACTED', 'MORTGAGE_REJECTED', 'DISBURSING', 'ACTIVE', 'SETTLED', 'PAYOUT_CANCELLED')),
    ADD CONSTRAINT application_given_up_after_release CHECK (state <> 'PAYOUT_CANCELLED'
        OR (recommended_by IS NOT NULL AND decided_by IS NOT NULL AND contract_id IS NOT NULL
            AND certificate_number IS NOT NULL AND loan_id IS NULL)),
    DROP CONSTRAINT application_erased_when_over,
    ADD CONSTRAINT application_erased_when_over CHECK (erased_at IS NULL
        OR state IN ('DRAFT', 'DECLINED', 'WITHDRAWN', 'SETTLED', 'PAYOUT_CANCELLED'));
DROP INDEX application_of_property;
CREATE INDEX application_of_property ON application (property_key)
    WHERE state NOT IN ('DRAFT', 'DECLINED', 'WITHDRAWN', 'SETTLED', 'PAYOUT_CANCELLED');
