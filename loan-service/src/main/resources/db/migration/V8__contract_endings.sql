-- An approved application whose contract came to nothing, and a contracted one whose mortgage the registry refused.
ALTER TABLE application
    DROP CONSTRAINT application_state_check,
    ADD CONSTRAINT application_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'CHECKING', 'IN_REVIEW',
        'MORE_INFORMATION_NEEDED', 'APPROVED', 'CONTRACT_ENDED', 'DECLINED', 'WITHDRAWN', 'CONTRACTED',
        'MORTGAGE_REJECTED', 'DISBURSING', 'ACTIVE', 'SETTLED')),
    ADD CONSTRAINT application_ended_after_two_people CHECK (state NOT IN ('CONTRACT_ENDED', 'MORTGAGE_REJECTED')
        OR (recommended_by IS NOT NULL AND decided_by IS NOT NULL)),
    ADD CONSTRAINT application_rejected_with_contract CHECK (state <> 'MORTGAGE_REJECTED' OR contract_id IS NOT NULL);
