-- When no law keeps it any longer, what led to a loan is shredded as what led to none is at once.
DO $$
DECLARE
    only_without_a_loan text;
BEGIN
    SELECT conname INTO STRICT only_without_a_loan FROM pg_constraint
    WHERE conrelid = 'application'::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%erased_at%' AND pg_get_constraintdef(oid) LIKE '%WITHDRAWN%';
    EXECUTE format('ALTER TABLE application DROP CONSTRAINT %I', only_without_a_loan);
END $$;
ALTER TABLE application ADD CONSTRAINT application_erased_when_over
    CHECK (erased_at IS NULL OR state IN ('DRAFT', 'DECLINED', 'WITHDRAWN', 'SETTLED'));
