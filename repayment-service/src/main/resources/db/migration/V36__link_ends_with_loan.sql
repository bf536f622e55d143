-- A wallet's link ends with its loan, and with it a closing that is open, however far it has come.
DO $$
DECLARE
    ended_with_an_instant text;
BEGIN
    SELECT conname INTO STRICT ended_with_an_instant FROM pg_constraint
    WHERE conrelid = 'wallet_unlinking'::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%UNDONE%' AND pg_get_constraintdef(oid) LIKE '%ended_at%';
    EXECUTE format('ALTER TABLE wallet_unlinking DROP CONSTRAINT %I', ended_with_an_instant);
END $$;
ALTER TABLE wallet_unlinking
    DROP CONSTRAINT wallet_unlinking_state_check,
    ADD CONSTRAINT wallet_unlinking_state CHECK (
        state IN ('ASSESSED', 'REPORTED', 'SETTLED', 'CONFIRMED', 'UNDONE', 'FINISHED', 'OVERTAKEN')),
    ADD CONSTRAINT wallet_unlinking_ended CHECK (
        (state IN ('UNDONE', 'FINISHED', 'OVERTAKEN')) = (ended_at IS NOT NULL));
DROP INDEX wallet_unlinking_open;
CREATE UNIQUE INDEX wallet_unlinking_open ON wallet_unlinking (link_id)
    WHERE state NOT IN ('UNDONE', 'FINISHED', 'OVERTAKEN');
