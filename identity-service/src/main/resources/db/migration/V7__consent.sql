-- Why personal data is used. legal_basis after PIPL art. 13; only CONSENT can be granted and withdrawn.
-- channels: the ways, or the named recipients (art. 23), each consented to by itself.
CREATE TABLE purpose (
    code        text NOT NULL,
    version     int  NOT NULL CHECK (version > 0),
    legal_basis text NOT NULL CHECK (legal_basis IN ('CONSENT', 'CONTRACT', 'LEGAL_DUTY')),
    channels    text[] NOT NULL,
    data_en     text NOT NULL,
    data_zh     text NOT NULL,
    title_en    text NOT NULL,
    title_zh    text NOT NULL,
    keep_years  int  NOT NULL CHECK (keep_years > 0),
    PRIMARY KEY (code, version)
);

INSERT INTO purpose VALUES
('SERVICE', 1, 'CONTRACT', '{}', 'Phone, name, ID number, loan data', '手机号、姓名、身份证号、贷款数据', 'Serving your loan', '办理和管理您的贷款', 10),
('ANTI_MONEY_LAUNDERING', 1, 'LEGAL_DUTY', '{}', 'Identity and transactions', '身份信息与交易记录', 'Duties under the anti-money-laundering law', '履行反洗钱法义务', 10),
('CREDIT_CHECK', 1, 'CONSENT', '{}', 'Name, ID number', '姓名、身份证号', 'Asking the credit bureau for your report', '查询您的个人信用报告', 5),
('MARKETING', 1, 'CONSENT', '{CALL,SMS,EMAIL,LETTER}', 'Phone number', '手机号', 'Offers of our own', '本行营销信息', 3),
('PARTNER_SHARING', 1, 'CONSENT', '{demo-agency}', 'Phone number, product held', '手机号、持有产品', 'Sharing with a named partner agency', '向具名合作机构提供', 3),
('ANALYTICS', 1, 'CONSENT', '{}', 'Use of the app, without identifiers', '去标识化的应用使用情况', 'Improving the app', '改进应用', 3);

-- Each grant, withdrawal and refusal, never changed: the latest one per purpose and channel is in force.
CREATE TABLE consent (
    receipt_id      uuid PRIMARY KEY,
    customer_id     uuid        NOT NULL REFERENCES customer (id),
    purpose         text        NOT NULL,
    purpose_version int         NOT NULL,
    channel         text        NOT NULL DEFAULT '',
    decision        text        NOT NULL CHECK (decision IN ('GRANTED', 'REFUSED', 'WITHDRAWN')),
    decided_at      timestamptz NOT NULL,
    ordinal         bigint GENERATED ALWAYS AS IDENTITY,
    FOREIGN KEY (purpose, purpose_version) REFERENCES purpose (code, version)
);
CREATE INDEX consent_of_customer ON consent (customer_id, purpose, channel, ordinal DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END $$;
CREATE TRIGGER consent_only_grows BEFORE UPDATE OR DELETE ON consent
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Each reading of a customer's personal data by somebody else.
CREATE TABLE access_record (
    id          uuid PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer (id),
    reader      text        NOT NULL,
    reader_kind text        NOT NULL CHECK (reader_kind IN ('SERVICE', 'STAFF', 'AGENCY')),
    purpose     text        NOT NULL,
    fields      text[]      NOT NULL CHECK (cardinality(fields) > 0),
    read_at     timestamptz NOT NULL
);
CREATE INDEX access_record_of_customer ON access_record (customer_id, id DESC);
CREATE TRIGGER access_record_only_grows BEFORE UPDATE OR DELETE ON access_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
