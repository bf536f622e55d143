-- The seven grounds of PIPL art. 13; how the data is used (art. 17); why sensitive data is needed (art. 28 to 30).
ALTER TABLE purpose
    DROP CONSTRAINT purpose_legal_basis_check,
    ADD CONSTRAINT purpose_legal_basis_check CHECK (legal_basis IN ('CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'EMERGENCY',
        'PUBLIC_INTEREST_NEWS', 'PUBLISHED_BY_SUBJECT', 'OTHER_LAW')),
    ADD COLUMN method_en text NOT NULL DEFAULT '',
    ADD COLUMN method_zh text NOT NULL DEFAULT '',
    ADD COLUMN sensitive boolean NOT NULL DEFAULT false,
    ADD COLUMN necessity_en text,
    ADD COLUMN necessity_zh text,
    ADD CHECK (NOT sensitive OR (necessity_en IS NOT NULL AND necessity_zh IS NOT NULL));

UPDATE purpose SET method_en = 'Kept encrypted here; given to the bank''s own services case by case', method_zh = '加密保存于本系统，按需提供给本行各业务系统';
UPDATE purpose SET method_en = 'Sent to the credit bureau, once for each application', method_zh = '每次申请时向征信机构查询一次',
    sensitive = true,
    necessity_en = 'Without it no application can be decided. It shows as an enquiry in your credit report.',
    necessity_zh = '不查询则无法审批贷款；查询将记录于您的信用报告。'
WHERE code = 'CREDIT_CHECK';
UPDATE purpose SET method_en = 'Contact by the way you chose, through the bank''s relay', method_zh = '经本行中继按您选择的方式联系' WHERE code = 'MARKETING';
UPDATE purpose SET method_en = 'Given to the agency named, to nobody else', method_zh = '仅向所列明的机构提供' WHERE code = 'PARTNER_SHARING';

CREATE TRIGGER purpose_only_grows BEFORE UPDATE OR DELETE ON purpose
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A customer was asked. Once for each version of a purpose: a second asking cannot be kept
-- (网络数据安全管理条例 art. 22: no asking again and again after a clear refusal).
CREATE TABLE consent_prompt (
    id              uuid PRIMARY KEY,
    customer_id     uuid        NOT NULL REFERENCES customer (id),
    purpose         text        NOT NULL,
    purpose_version int         NOT NULL,
    channel         text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    UNIQUE (customer_id, purpose, purpose_version, channel),
    FOREIGN KEY (purpose, purpose_version) REFERENCES purpose (code, version)
);
CREATE TRIGGER consent_prompt_only_grows BEFORE UPDATE OR DELETE ON consent_prompt
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- LAPSED: granted for a version that another has replaced (PIPL art. 14). prompt_id: the asking that it answers, null when
-- the customer began. event_id: the leaf of the evidence log. document: the receipt as signed (JWS).
ALTER TABLE consent
    DROP CONSTRAINT consent_decision_check,
    ADD CONSTRAINT consent_decision_check CHECK (decision IN ('GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    ADD COLUMN prompt_id uuid UNIQUE REFERENCES consent_prompt (id),
    ADD COLUMN event_id uuid,
    ADD COLUMN document text,
    ADD CHECK ((event_id IS NULL) = (document IS NULL));
CREATE INDEX consent_granted_by_version ON consent (purpose, purpose_version) WHERE decision = 'GRANTED';
