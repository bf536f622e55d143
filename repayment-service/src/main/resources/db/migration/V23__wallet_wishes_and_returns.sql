-- A link that is wished for is kept before the wallet's institution is asked, and its answer after that: ASKED until the
-- answer is kept; REFUSED when the institution knows no such code; GIVEN_UP when a newer wish took its place, the loan
-- ended, or nobody came back.
ALTER TABLE wallet_link ALTER COLUMN wallet DROP NOT NULL;
ALTER TABLE wallet_link ALTER COLUMN tail DROP NOT NULL;
-- Business date on which the institution's answer was kept; for the comparison with its daily file.
ALTER TABLE wallet_link ADD COLUMN answered_on date;
DO $$
DECLARE
    rule record;
BEGIN
    FOR rule IN SELECT conname FROM pg_constraint
                WHERE conrelid = 'wallet_link'::regclass AND contype = 'c'
                  AND pg_get_constraintdef(oid) SIMILAR TO '%(CANCELLED|automatic)%'
    LOOP
        EXECUTE format('ALTER TABLE wallet_link DROP CONSTRAINT %I', rule.conname);
    END LOOP;
END $$;
ALTER TABLE wallet_link
    ADD CONSTRAINT wallet_link_state CHECK (state IN ('ASKED', 'REFUSED', 'GIVEN_UP', 'REQUESTED', 'LINKED', 'CLOSING',
                                                      'UNLINKED', 'CANCELLED')),
    ADD CONSTRAINT wallet_link_answered CHECK (
        (state IN ('ASKED', 'REFUSED', 'GIVEN_UP')) = (wallet IS NULL) AND (wallet IS NULL) = (tail IS NULL)),
    ADD CONSTRAINT wallet_link_since CHECK (
        state IN ('ASKED', 'REFUSED', 'GIVEN_UP', 'REQUESTED', 'CANCELLED') OR linked_at IS NOT NULL),
    ADD CONSTRAINT wallet_link_ended CHECK (
        (state IN ('REFUSED', 'GIVEN_UP', 'UNLINKED', 'CANCELLED')) = (ended_at IS NOT NULL)),
    ADD CONSTRAINT wallet_link_automatic CHECK (NOT automatic OR state NOT IN ('UNLINKED', 'CANCELLED'));
-- A wish holds the loan's only place like a link does.
DROP INDEX wallet_link_live;
CREATE UNIQUE INDEX wallet_link_live ON wallet_link (loan_id)
    WHERE state IN ('ASKED', 'REQUESTED', 'LINKED', 'CLOSING');
CREATE INDEX wallet_link_asked ON wallet_link (requested_at) WHERE state = 'ASKED';

-- Business date on which it was known that the institution had heard; for the comparison with its daily file.
ALTER TABLE wallet_notice ADD COLUMN delivered_on date;

-- Money that the institution took from the credit line goes back by an order of its own.
ALTER TABLE rail_order DROP CONSTRAINT rail_order_kind_check;
ALTER TABLE rail_order ADD CONSTRAINT rail_order_kind_check
    CHECK (kind IN ('DEBIT', 'PAYOUT', 'WALLET_DEBIT', 'WALLET_RETURN'));
ALTER TABLE rail_order DROP CONSTRAINT rail_order_purpose_check;
ALTER TABLE rail_order ADD CONSTRAINT rail_order_purpose_check
    CHECK (purpose IN ('DISBURSEMENT', 'INSTALMENT', 'PREPAYMENT', 'CREDIT_RETURN'));
ALTER TABLE rail_order ADD CONSTRAINT rail_order_returns CHECK ((kind = 'WALLET_RETURN') = (purpose = 'CREDIT_RETURN'));

-- Two kinds of transfer more, whichever there are: credit that was taken, and given back.
DO $$
DECLARE
    kinds text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint
        WHERE conrelid = 'transfer'::regclass AND conname = 'transfer_kind_check';
    ALTER TABLE transfer DROP CONSTRAINT transfer_kind_check;
    EXECUTE 'ALTER TABLE transfer ADD CONSTRAINT transfer_kind_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''CREDIT_TAKEN''::text, ''CREDIT_RETURNED''::text, ');
END $$;
