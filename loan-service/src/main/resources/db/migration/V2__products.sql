-- Products are data, one row per version: an application keeps the version that it was made under.
CREATE TABLE product_version (
    code               text        NOT NULL CHECK (code ~ '^[A-Z][A-Z_]+$'),
    version            integer     NOT NULL CHECK (version > 0),
    valid_from         date        NOT NULL,
    title_zh           text        NOT NULL,
    title_en           text        NOT NULL,
    min_down_payment   numeric(5,4) NOT NULL CHECK (min_down_payment >= 0 AND min_down_payment < 1),
    max_loan_to_value  numeric(5,4) NOT NULL CHECK (max_loan_to_value > 0 AND max_loan_to_value <= 1),
    min_months         integer     NOT NULL CHECK (min_months > 0),
    max_months         integer     NOT NULL CHECK (max_months >= min_months AND max_months <= 360),
    max_age_plus_term  integer     NOT NULL CHECK (max_age_plus_term BETWEEN 60 AND 80),
    methods            text        NOT NULL CHECK (methods ~ '^[A-Z_]+(,[A-Z_]+)*$'),
    PRIMARY KEY (code, version),
    UNIQUE (code, valid_from)
);
COMMENT ON COLUMN product_version.max_age_plus_term IS 'years: age at application plus term';
COMMENT ON COLUMN product_version.methods IS 'repayment methods allowed, separated by commas';

-- A tranche that the product lends: what its rate follows, at which spread, repriced how often.
CREATE TABLE product_tranche (
    code                text        NOT NULL,
    version             integer     NOT NULL,
    kind                text        NOT NULL CHECK (kind IN ('COMMERCIAL', 'PROVIDENT_FUND')),
    rate_family         text        NOT NULL CHECK (rate_family IN ('LPR', 'PROVIDENT_FUND')),
    rate_basis          text        NOT NULL CHECK (rate_basis IN ('FLOATING', 'FIXED')),
    spread              numeric(7,6) NOT NULL CHECK (spread BETWEEN -0.05 AND 0.05),
    rate_period_months  integer     NOT NULL CHECK (rate_period_months IN (3, 6, 12)),
    max_principal       bigint      CHECK (max_principal > 0),
    PRIMARY KEY (code, version, kind),
    FOREIGN KEY (code, version) REFERENCES product_version
);
COMMENT ON COLUMN product_tranche.max_principal IS 'fen; null where only the loan to value limits';
CREATE TRIGGER product_version_is_history BEFORE UPDATE OR DELETE ON product_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER product_tranche_is_history BEFORE UPDATE OR DELETE ON product_tranche
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Down payment 15 % for first and second homes alike: PBoC and NFRA, 2024-09-24. Provident fund 20 %: local rules, a default.
INSERT INTO product_version VALUES
    ('FIRST_HOME',     1, '2024-11-01', '首套个人住房贷款',   'First home loan',              0.15, 0.85, 12, 360, 70, 'EQUAL_INSTALMENT,EQUAL_PRINCIPAL'),
    ('SECOND_HOME',    1, '2024-11-01', '二套个人住房贷款',   'Second home loan',             0.15, 0.85, 12, 360, 70, 'EQUAL_INSTALMENT,EQUAL_PRINCIPAL'),
    ('PROVIDENT_FUND', 1, '2024-11-01', '住房公积金贷款',     'Provident fund loan',          0.20, 0.80, 12, 360, 70, 'EQUAL_INSTALMENT,EQUAL_PRINCIPAL'),
    ('COMBINED',       1, '2024-11-01', '个人住房组合贷款',   'Combined loan',                0.20, 0.80, 12, 360, 70, 'EQUAL_INSTALMENT,EQUAL_PRINCIPAL');
-- Spreads of new loans are the bank's own; not below minus 30 basis points by default (PBoC 2024-11).
INSERT INTO product_tranche VALUES
    ('FIRST_HOME',     1, 'COMMERCIAL',     'LPR',            'FLOATING', -0.0030, 12, NULL),
    ('SECOND_HOME',    1, 'COMMERCIAL',     'LPR',            'FLOATING',  0.0000, 12, NULL),
    ('PROVIDENT_FUND', 1, 'PROVIDENT_FUND', 'PROVIDENT_FUND', 'FIXED',     0.0000, 12, 120000000),
    ('COMBINED',       1, 'COMMERCIAL',     'LPR',            'FLOATING', -0.0030, 12, NULL),
    ('COMBINED',       1, 'PROVIDENT_FUND', 'PROVIDENT_FUND', 'FIXED',     0.0000, 12, 120000000);
