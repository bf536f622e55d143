-- Methods that a product may lend with besides equal instalments and equal principal, and for how long. A product that has
-- none of them says 0 and is as it was.
ALTER TABLE product_version
    ADD COLUMN max_interest_only_months integer NOT NULL DEFAULT 0 CHECK (max_interest_only_months >= 0),
    ADD COLUMN max_bullet_months        integer NOT NULL DEFAULT 0 CHECK (max_bullet_months >= 0),
    ADD CONSTRAINT interest_only_is_whole
        CHECK ((methods ~ 'INTEREST_ONLY') = (max_interest_only_months > 0) AND max_interest_only_months < max_months),
    ADD CONSTRAINT bullet_is_whole
        CHECK ((methods ~ 'BULLET') = (max_bullet_months > 0)
            AND (max_bullet_months = 0 OR max_bullet_months BETWEEN min_months AND max_months));
COMMENT ON COLUMN product_version.max_interest_only_months IS 'of interest alone at the start; 0: no method begins with them';
COMMENT ON COLUMN product_version.max_bullet_months IS 'longest term repaid at its end at once; 0: none is';

-- A term in months has 26 fortnights a year.
ALTER TABLE product_tranche
    DROP CONSTRAINT product_tranche_frequency_check,
    ADD CONSTRAINT product_tranche_frequency_check CHECK (frequency IN ('MONTHLY', 'FORTNIGHTLY'));

-- Two offers that use them. Three years of interest alone, and three years for a bullet, are the bank's own defaults (u).
INSERT INTO product_version (code, version, valid_from, title_zh, title_en, min_down_payment, max_loan_to_value, min_months,
                             max_months, max_age_plus_term, methods, max_interest_only_months, max_bullet_months) VALUES
    ('FLEXIBLE_HOME',    1, '2024-11-01', '灵活还款住房贷款', 'Home loan, flexible repayment',    0.15, 0.85, 12, 360, 70,
     'EQUAL_INSTALMENT,EQUAL_PRINCIPAL,INTEREST_ONLY_THEN_EQUAL_INSTALMENT,INTEREST_ONLY_THEN_EQUAL_PRINCIPAL,BULLET', 36, 36),
    ('FORTNIGHTLY_HOME', 1, '2024-11-01', '双周供住房贷款',   'Home loan, fortnightly repayment', 0.15, 0.85, 12, 360, 70,
     'EQUAL_INSTALMENT,EQUAL_PRINCIPAL', 0, 0);
INSERT INTO product_tranche (code, version, kind, rate_family, rate_basis, spread, rate_period_months, frequency) VALUES
    ('FLEXIBLE_HOME',    1, 'COMMERCIAL', 'LPR', 'FLOATING', 0.0000, 12, 'MONTHLY'),
    ('FORTNIGHTLY_HOME', 1, 'COMMERCIAL', 'LPR', 'FLOATING', 0.0000, 12, 'FORTNIGHTLY');
