-- Each customer's own data keys, one for each kind of data that the law lets go at its own time. Sealed by the service's key
-- set; destroyed for good by being overwritten with nothing. Backups keep this table apart from the others (runbook).
CREATE TABLE data_key (
    customer_id  uuid        NOT NULL REFERENCES customer (id),
    kind         text        NOT NULL CHECK (kind IN ('CONTACT', 'IDENTITY')),
    key_sealed   bytea,
    created_at   timestamptz NOT NULL,
    destroyed_at timestamptz,
    PRIMARY KEY (customer_id, kind),
    CHECK ((key_sealed IS NULL) = (destroyed_at IS NOT NULL))
);

-- A customer who is gone is found by nothing any more; sealed values go with their key.
ALTER TABLE customer
    ALTER COLUMN phone_sealed DROP NOT NULL,
    ALTER COLUMN phone_hash DROP NOT NULL,
    ADD COLUMN erased_at timestamptz,
    ADD CHECK ((erased_at IS NULL) = (phone_hash IS NOT NULL)),
    ADD CHECK (erased_at IS NOT NULL OR phone_sealed IS NOT NULL);
ALTER TABLE real_name
    ALTER COLUMN name_sealed DROP NOT NULL,
    ALTER COLUMN id_number_sealed DROP NOT NULL,
    ALTER COLUMN id_number_hash DROP NOT NULL,
    ALTER COLUMN face_reference DROP NOT NULL,
    -- When the registry last confirmed another name for the number (PIPL art. 46).
    ADD COLUMN corrected_at timestamptz,
    ADD CHECK ((name_sealed IS NULL) = (id_number_sealed IS NULL)),
    ADD CHECK (name_sealed IS NOT NULL OR (id_number_hash IS NULL AND face_reference IS NULL));

-- How long which data is kept after a customer has asked for erasure. A version is never changed; the highest is in force.
-- keep_years 0: nothing keeps it. RELATION_END counts from the day on which the last loan was settled; without a loan nothing
-- is kept. (u): not confirmed in an official text.
CREATE TABLE retention_rule (
    item        text NOT NULL,
    version     int  NOT NULL CHECK (version > 0),
    ordinal     int  NOT NULL,
    held_by     text NOT NULL,
    key_kind    text CHECK (key_kind IN ('CONTACT', 'IDENTITY')),
    counts_from text NOT NULL CHECK (counts_from IN ('ERASURE', 'RELATION_END')),
    keep_years  int  NOT NULL CHECK (keep_years >= 0),
    what_en     text NOT NULL,
    what_zh     text NOT NULL,
    source_en   text NOT NULL,
    source_zh   text NOT NULL,
    PRIMARY KEY (item, version)
);
CREATE TRIGGER retention_rule_only_grows BEFORE UPDATE OR DELETE ON retention_rule
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

INSERT INTO retention_rule (item, version, ordinal, held_by, key_kind, counts_from, keep_years, what_en, what_zh, source_en, source_zh) VALUES
('PHONE', 1, 10, 'identity-service', 'CONTACT', 'RELATION_END', 0, 'Phone number', '手机号', 'PIPL art. 47: the purpose has ended', '个人信息保护法第四十七条：处理目的已实现'),
('DEVICES', 1, 20, 'identity-service', NULL, 'ERASURE', 0, 'Devices, passkeys'' names, sign-in codes', '登录设备、通行密钥名称、验证码', 'PIPL art. 47: the purpose has ended', '个人信息保护法第四十七条：处理目的已实现'),
('REAL_NAME', 1, 30, 'identity-service', 'IDENTITY', 'RELATION_END', 10, 'Name, ID number, reference of the face comparison', '姓名、身份证号、人脸比对参考号', 'Anti-money-laundering law art. 34: ten years after the business relationship ends', '反洗钱法第三十四条：业务关系结束后至少十年'),
('CONSENTS', 1, 40, 'identity-service', NULL, 'ERASURE', 3, 'Consents, refusals and their receipts, without name or number', '同意与拒绝记录及回执（不含姓名和号码）', 'Network data regulation art. 12, PIPL art. 56: three years', '网络数据安全管理条例第十二条、个人信息保护法第五十六条：三年'),
('ACCESS_RECORDS', 1, 50, 'identity-service', NULL, 'ERASURE', 3, 'Who read or was given your data', '个人信息查阅与提供记录', 'Network data regulation art. 12: three years', '网络数据安全管理条例第十二条：三年'),
('PROOFS_OF_ACTS', 1, 60, 'identity-service', NULL, 'ERASURE', 5, 'Proofs of signatures and other acts, without name or number', '签名及其他操作的核验凭证（不含姓名和号码）', 'Electronic signature law art. 24: five years', '电子签名法第二十四条：五年'),
('SIGN_INS', 1, 63, 'identity-service', NULL, 'ERASURE', 1, 'Times of your sign-ins, without device', '登录时间（不含设备）', 'Cybersecurity law art. 21: six months at least', '网络安全法第二十一条：不少于六个月'),
('RISK_DECISIONS', 1, 66, 'identity-service', NULL, 'ERASURE', 3, 'Automated risk decisions, without name or number', '自动化风险决定（不含姓名和号码）', 'PIPL art. 55 and 56: three years', '个人信息保护法第五十五条、第五十六条：三年'),
('APPLICATIONS', 1, 70, 'loan-service', NULL, 'RELATION_END', 10, 'Loan applications and their papers', '贷款申请及其材料', 'Anti-money-laundering law art. 34; applications that led to no loan are deleted now', '反洗钱法第三十四条；未形成贷款的申请立即删除'),
('CONTRACTS', 1, 80, 'contract-service', NULL, 'RELATION_END', 10, 'Contracts and their evidence', '合同及其证据', 'Anti-money-laundering law art. 34, electronic signature law art. 24', '反洗钱法第三十四条、电子签名法第二十四条'),
('TRANSACTIONS', 1, 90, 'repayment-service', NULL, 'RELATION_END', 10, 'Payments and the ledger', '还款交易与账务', 'Anti-money-laundering law art. 34: ten years', '反洗钱法第三十四条：十年'),
('LATE_PAYMENTS', 1, 100, 'loan-service', NULL, 'RELATION_END', 5, 'Late payments', '逾期记录', 'Credit reporting regulation art. 16: five years after the matter ended', '征信业管理条例第十六条：不良行为终止后五年'),
('CONTACT_PREFERENCES', 1, 110, 'care-service', NULL, 'ERASURE', 0, 'The names by which agencies know you, the hash of your number, your inbox', '合作机构对您的代称、号码摘要、站内消息', 'PIPL art. 47: the purpose has ended', '个人信息保护法第四十七条：处理目的已实现'),
('COMPLAINTS', 1, 120, 'care-service', NULL, 'ERASURE', 3, 'Complaints and their answers', '投诉及答复', 'Complaint handling measures: three years (u)', '消费投诉处理管理办法：三年（未核实）');

-- Something forbids that this customer's data be deleted: a court, an investigation. Lifted, never removed.
CREATE TABLE legal_hold (
    id          uuid PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer (id),
    reference   text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 120),
    placed_by   uuid        NOT NULL REFERENCES person (id),
    placed_at   timestamptz NOT NULL,
    lifted_by   uuid REFERENCES person (id),
    lifted_at   timestamptz,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE INDEX legal_hold_of_customer ON legal_hold (customer_id) WHERE lifted_at IS NULL;

-- RESTRICTED: what a law keeps is stored and used for nothing (PIPL art. 47), until restricted_until.
CREATE TABLE erasure (
    customer_id      uuid PRIMARY KEY REFERENCES customer (id),
    id               uuid        NOT NULL UNIQUE,
    erased_at        timestamptz NOT NULL,
    state            text        NOT NULL CHECK (state IN ('RESTRICTED', 'COMPLETE')),
    restricted_until date,
    completed_at     timestamptz,
    CHECK ((state = 'RESTRICTED') = (completed_at IS NULL)),
    CHECK (state = 'COMPLETE' OR restricted_until IS NOT NULL)
);
CREATE INDEX erasure_due ON erasure (restricted_until) WHERE state = 'RESTRICTED';

-- What the customer was told of each item.
CREATE TABLE erasure_item (
    customer_id  uuid NOT NULL REFERENCES erasure (customer_id),
    item         text NOT NULL,
    rule_version int  NOT NULL,
    kept_until   date,
    -- When this service took away what was kept; null for what others hold.
    deleted_at   timestamptz,
    PRIMARY KEY (customer_id, item),
    FOREIGN KEY (item, rule_version) REFERENCES retention_rule (item, version),
    CHECK (kept_until IS NOT NULL OR deleted_at IS NULL)
);
CREATE INDEX erasure_item_due ON erasure_item (kept_until) WHERE deleted_at IS NULL;

-- What only grows lets go what an erasure has let go, and nothing else.
CREATE FUNCTION refuse_unless_let_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT FROM erasure_item
        WHERE customer_id = OLD.customer_id AND item = TG_ARGV[0] AND deleted_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END $$;
DROP TRIGGER consent_only_grows ON consent;
CREATE TRIGGER consent_only_grows BEFORE UPDATE OR DELETE ON consent
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('CONSENTS');
DROP TRIGGER consent_prompt_only_grows ON consent_prompt;
CREATE TRIGGER consent_prompt_only_grows BEFORE UPDATE OR DELETE ON consent_prompt
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('CONSENTS');
DROP TRIGGER access_record_only_grows ON access_record;
CREATE TRIGGER access_record_only_grows BEFORE UPDATE OR DELETE ON access_record
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('ACCESS_RECORDS');
DROP TRIGGER contact_audit_only_grows ON contact_audit;
CREATE TRIGGER contact_audit_only_grows BEFORE UPDATE OR DELETE ON contact_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('ACCESS_RECORDS');
DROP TRIGGER complaint_audit_only_grows ON complaint_audit;
CREATE TRIGGER complaint_audit_only_grows BEFORE UPDATE OR DELETE ON complaint_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('ACCESS_RECORDS');

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds, token_seconds, title_en, title_zh) VALUES
('privacy.export', 1, '{customer}', 'L1', '{PASSKEY,SMS}', 'identity-service', '/api/v1/me/exports', false, 300, 120, 'export your data', '导出个人信息'),
('privacy.erase',  1, '{customer}', 'L1', '{PASSKEY,SMS}', 'identity-service', '/api/v1/me/erasure', false, 300, 120, 'close your account and erase your data', '注销账户并删除个人信息');

-- A copy of a customer's data, gathered part by part; one under way at a time. Sealed by the customer's own key, and taken
-- away when it has expired.
CREATE TABLE export_job (
    id           uuid PRIMARY KEY,
    customer_id  uuid        NOT NULL REFERENCES customer (id),
    language     text        NOT NULL CHECK (language IN ('zh', 'en')),
    requested_at timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('GATHERING', 'READY', 'GONE')),
    leased_until timestamptz,
    ready_at     timestamptz,
    expires_at   timestamptz,
    CHECK ((state = 'GATHERING') = (ready_at IS NULL)),
    CHECK ((ready_at IS NULL) = (expires_at IS NULL))
);
CREATE UNIQUE INDEX export_under_way ON export_job (customer_id) WHERE state = 'GATHERING';
CREATE INDEX export_of_customer ON export_job (customer_id, id DESC);
CREATE INDEX export_to_expire ON export_job (expires_at) WHERE state = 'READY';

CREATE TABLE export_part (
    export_id      uuid  NOT NULL REFERENCES export_job (id) ON DELETE CASCADE,
    part           text  NOT NULL,
    content_sealed bytea NOT NULL,
    PRIMARY KEY (export_id, part)
);
