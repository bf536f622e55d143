-- What other services and staff read personal data for was recorded under these names and stood in no catalogue. None asks for
-- consent: each is needed for a contract that the customer asks for or has (PIPL art. 13(2)), or by a law (13(3)). How long: 反洗钱法
-- art. 34, identity and transactions for ten years after the end.
INSERT INTO purpose (code, version, legal_basis, channels, data_en, data_zh, title_en, title_zh, keep_years, method_en, method_zh,
                     sensitive, necessity_en, necessity_zh) VALUES
('APPLICATION', 1, 'CONTRACT', '{}', 'Name, ID number, phone', '姓名、身份证号、手机号',
 'Working on your loan application', '办理您的贷款申请', 10,
 'Read by the loan service and the officers who decide', '由贷款系统及审批人员读取', false, NULL, NULL),
('CONTRACT', 1, 'CONTRACT', '{}', 'Name, ID number, phone', '姓名、身份证号、手机号',
 'Drawing up and concluding your contract', '起草并签订您的合同', 10,
 'Printed in the contract and given to the register of mortgages', '载入合同并提交不动产登记机构', false, NULL, NULL),
('CARD_BINDING', 1, 'CONTRACT', '{}', 'Name, ID number, phone, card', '姓名、身份证号、手机号、银行卡',
 'Checking that a card you bind is yours', '核验您绑定的银行卡为本人所有', 10,
 'Compared by the card network, while you are present', '在您本人操作时由银行卡组织核验', true,
 'Without it no card can be bound, and instalments would have to be paid by transfer.', '不核验则无法绑卡，只能以汇款方式还款。'),
('COLLECTION', 1, 'CONTRACT', '{}', 'Phone', '手机号',
 'Reaching you about instalments that are overdue', '就逾期款项与您联系', 10,
 'Calls through the bank''s relay; the caller does not see the number', '经本行中继呼叫，拨打人员不见号码', false, NULL, NULL),
('RISK_REVIEW', 1, 'LEGAL_DUTY', '{}', 'Acts held or reported, with the device and network they came from', '被拦截或上报的操作及其设备与网络信息',
 'Examining acts that look like fraud (反电信网络诈骗法 18, 32)', '核查疑似电信网络诈骗的操作（反电信网络诈骗法第18、32条）', 10,
 'Read by risk officers, auditors and compliance', '由风险、审计与合规人员读取', false, NULL, NULL),
('ACCOUNT_RECOVERY', 1, 'CONTRACT', '{}', 'Name, ID number, phone', '姓名、身份证号、手机号',
 'Letting you back into your account at a counter', '在柜台为您恢复账户', 10,
 'Compared with your document by two members of staff', '由两名工作人员与您的证件核对', false, NULL, NULL);
