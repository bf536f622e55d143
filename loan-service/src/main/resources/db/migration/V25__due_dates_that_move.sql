-- 民法典 203: a product may let the due date itself move to the next working day, and the interest of the days with it.
ALTER TABLE product_tranche
    DROP CONSTRAINT product_tranche_holidays_check,
    ADD CONSTRAINT product_tranche_holidays_check
        CHECK (holidays IN ('NOTHING_MOVES', 'GRACE_MOVES', 'DUE_DATE_MOVES'));
