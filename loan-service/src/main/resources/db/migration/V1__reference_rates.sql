-- Reference rates by publication date. History is never edited: the table refuses UPDATE and DELETE.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: rows of this table are history', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE reference_rate (
    rate         text        NOT NULL CHECK (rate IN ('LPR_1Y', 'LPR_5Y', 'PROVIDENT_FUND_5Y', 'PROVIDENT_FUND_OVER_5Y')),
    date         date        NOT NULL,
    value        numeric(7,6) NOT NULL CHECK (value > 0 AND value < 0.25),
    proposal_id  uuid,
    PRIMARY KEY (rate, date)
);
CREATE TRIGGER reference_rate_is_history BEFORE UPDATE OR DELETE ON reference_rate
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reference_rate_is_kept BEFORE TRUNCATE ON reference_rate
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A publication takes two people: the one who proposes never confirms.
CREATE TABLE reference_rate_proposal (
    id           uuid        PRIMARY KEY,
    rate         text        NOT NULL CHECK (rate IN ('LPR_1Y', 'LPR_5Y', 'PROVIDENT_FUND_5Y', 'PROVIDENT_FUND_OVER_5Y')),
    date         date        NOT NULL,
    value        numeric(7,6) NOT NULL CHECK (value > 0 AND value < 0.25),
    proposed_by  uuid        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamptz,
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (confirmed_by <> proposed_by)
);

-- Housing provident fund loan rates, first home: PBoC notices in force 2024-05-18 and 2025-05-08.
INSERT INTO reference_rate (rate, date, value) VALUES
    ('PROVIDENT_FUND_5Y',      '2024-05-18', 0.0235),
    ('PROVIDENT_FUND_OVER_5Y', '2024-05-18', 0.0285),
    ('PROVIDENT_FUND_5Y',      '2025-05-08', 0.0210),
    ('PROVIDENT_FUND_OVER_5Y', '2025-05-08', 0.0260);
