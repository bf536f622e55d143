-- Who of the staff and the partners may do what, and the changes of that: proposed by one person, decided by another.

-- Roles are a set. The single role of before stays its first element, so that the version before still runs.
ALTER TABLE staff_member
    ADD COLUMN roles text[],
    ADD COLUMN trained_until date,
    ADD COLUMN suspended_at timestamptz,
    ADD COLUMN enrolment_expires_at timestamptz;
-- Until now members came from the file of the demonstration alone, whose business date moves decades ahead.
UPDATE staff_member SET roles = ARRAY[role], trained_until = DATE '2099-12-31';
ALTER TABLE staff_member
    ADD CHECK (cardinality(roles) > 0),
    ADD CHECK (roles <@ ARRAY['loan-officer', 'approver', 'teller', 'risk-officer', 'compliance', 'auditor', 'admin']);

-- Pairs of roles that one person never holds: they are the two halves of an act that needs two people.
CREATE TABLE role_separation (
    one       text NOT NULL,
    other     text NOT NULL,
    reason_en text NOT NULL,
    reason_zh text NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
);
INSERT INTO role_separation VALUES
('approver', 'loan-officer', 'The officer recommends on an application, the approver decides on it.', '客户经理初审，审批人终审，须为两人。'),
('approver', 'teller', 'The teller identifies a customer at the counter, the approver lets them back in.', '柜员核验客户，审批人放行，须为两人。'),
('loan-officer', 'teller', 'The officer asks for a face-to-face interview, the teller records it.', '客户经理发起面谈，柜员记录面谈，须为两人。'),
('approver', 'risk-officer', 'The risk officer clears a hold, the approver decides on the same case.', '风险官解除挂起，审批人终审，须为两人。'),
('loan-officer', 'risk-officer', 'The risk officer clears a hold on what the loan officer brings.', '客户经理提交的业务由风险官解除挂起，须为两人。'),
('admin', 'compliance', 'The administrator proposes who may do what, compliance decides on it.', '管理员提议授权，合规官决定授权，须为两人。'),
('admin', 'approver', 'Whoever gives rights does not use them.', '授权者不得行使业务权限。'),
('admin', 'loan-officer', 'Whoever gives rights does not use them.', '授权者不得行使业务权限。'),
('admin', 'teller', 'Whoever gives rights does not use them.', '授权者不得行使业务权限。'),
('admin', 'risk-officer', 'Whoever gives rights does not use them.', '授权者不得行使业务权限。'),
('admin', 'auditor', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。'),
('approver', 'auditor', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。'),
('auditor', 'compliance', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。'),
('auditor', 'loan-officer', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。'),
('auditor', 'risk-officer', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。'),
('auditor', 'teller', 'The auditor examines what the others did.', '审计员审查他人所为，不得兼任。');

CREATE FUNCTION keep_roles_separate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.roles := coalesce(NEW.roles, ARRAY[NEW.role]);
    NEW.role := NEW.roles[1];
    IF EXISTS (SELECT 1 FROM role_separation WHERE one = ANY (NEW.roles) AND other = ANY (NEW.roles)) THEN
        RAISE EXCEPTION 'roles % are kept apart', NEW.roles USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER staff_member_roles BEFORE INSERT OR UPDATE OF role, roles ON staff_member
    FOR EACH ROW EXECUTE FUNCTION keep_roles_separate();

-- Credentials of partner agencies. public_key is empty for one whose key comes from the clients' folder.
CREATE TABLE agency_credential (
    client_id    text PRIMARY KEY CHECK (client_id ~ '^[a-z0-9][a-z0-9-]{1,63}$'),
    public_key   text,
    admitted_at  timestamptz NOT NULL,
    suspended_at timestamptz
);

-- subject is the id of a member of staff or of a client. Nobody decides on what they proposed or on what concerns them.
CREATE TABLE authority_change (
    id           uuid PRIMARY KEY,
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    content      jsonb       NOT NULL,
    reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    proposed_by  uuid        NOT NULL REFERENCES staff_member (id),
    proposed_at  timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'REJECTED')),
    decided_by   uuid REFERENCES staff_member (id),
    decided_at   timestamptz,
    note         text CHECK (length(note) <= 500),
    CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (proposed_by::text <> subject),
    CHECK (state <> 'APPROVED' OR (decided_by <> proposed_by AND decided_by::text <> subject))
);
CREATE INDEX authority_change_of_subject ON authority_change (subject, id DESC);
CREATE INDEX authority_change_open ON authority_change (id) WHERE state = 'OPEN';

-- What a member of staff has read.
CREATE INDEX access_record_of_reader ON access_record (reader, id DESC);

ALTER TABLE session DROP CONSTRAINT session_ended_because_check;
ALTER TABLE session ADD CONSTRAINT session_ended_because_check
    CHECK (ended_because IN ('SIGNED_OUT', 'TOKEN_REUSED', 'SUSPENDED', 'RECOVERED'));

INSERT INTO act_policy (act, version, roles, level, methods, audience, resource, moves_money, proof_seconds,
                        token_seconds, title_en, title_zh) VALUES
('authority.approve', 1, '{admin,compliance}', 'L3', '{PASSKEY}', 'identity-service', '/api/v1/staff/authority-changes/{id}', false, 300, 120, 'change who may do what', '变更权限');
