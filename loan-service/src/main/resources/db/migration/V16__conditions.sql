-- What a product prints into its contracts beside the price: how interest is counted, what lateness and repaying early cost.
-- An approval copies them, and the loan is kept by them for life; another figure is another version of the product.
ALTER TABLE product_tranche
    -- An application counts its term in months, and so do its instalments.
    ADD COLUMN frequency           text         NOT NULL DEFAULT 'MONTHLY' CHECK (frequency = 'MONTHLY'),
    ADD COLUMN first_period        text         NOT NULL DEFAULT 'ACTUAL_DAYS'
        CHECK (first_period IN ('ACTUAL_DAYS', 'WHOLE_MONTHS_AND_DAYS')),
    ADD COLUMN split_period        text         NOT NULL DEFAULT 'ACTUAL_DAYS'
        CHECK (split_period IN ('ACTUAL_DAYS', 'SHARE_OF_PERIOD')),
    ADD COLUMN day_count           text         NOT NULL DEFAULT 'ACT_360'
        CHECK (day_count IN ('ACT_360', 'ACT_365', 'THIRTY_360')),
    -- 银发〔2003〕251号: 30 to 50 % on top of the contract rate.
    ADD COLUMN late_multiplier     numeric(3,2) NOT NULL DEFAULT 1.5 CHECK (late_multiplier BETWEEN 1.3 AND 1.5),
    ADD COLUMN grace_days          integer      NOT NULL DEFAULT 3 CHECK (grace_days BETWEEN 0 AND 31),
    ADD COLUMN late_day_count      text         NOT NULL DEFAULT 'ACT_360'
        CHECK (late_day_count IN ('ACT_360', 'ACT_365', 'THIRTY_360')),
    ADD COLUMN compound_interest   boolean      NOT NULL DEFAULT true,
    -- A due date that moves itself, with the interest of the days, is not in the plans that contracts print.
    ADD COLUMN holidays            text         NOT NULL DEFAULT 'GRACE_MOVES'
        CHECK (holidays IN ('NOTHING_MOVES', 'GRACE_MOVES')),
    ADD COLUMN prepayment_minimum  bigint       NOT NULL DEFAULT 100000 CHECK (prepayment_minimum > 0),
    ADD COLUMN compensation_months integer      NOT NULL DEFAULT 0 CHECK (compensation_months BETWEEN 0 AND 360),
    ADD COLUMN compensation_share  numeric(5,4) NOT NULL DEFAULT 0 CHECK (compensation_share >= 0 AND compensation_share < 1),
    ADD COLUMN part_collection     boolean      NOT NULL DEFAULT true,
    ADD CONSTRAINT compensation_is_whole CHECK ((compensation_months = 0) = (compensation_share = 0));
COMMENT ON COLUMN product_tranche.late_multiplier IS 'penalty rate as a multiple of the contract rate';
COMMENT ON COLUMN product_tranche.grace_days IS 'after the last day in time; what is paid within them costs nothing extra';
COMMENT ON COLUMN product_tranche.prepayment_minimum IS 'fen of principal; repaying everything has none';
COMMENT ON COLUMN product_tranche.compensation_months IS 'from the start of the loan, in which repaying early costs something; 0: never';
COMMENT ON COLUMN product_tranche.compensation_share IS 'of the principal repaid early, decimal fraction';
COMMENT ON COLUMN product_tranche.part_collection IS 'whether a debit may take what is there when that is less than the instalment';
