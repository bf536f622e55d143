package io.anju.identity.export.model;

import io.anju.identity.model.Wording;

/**
 * What other services hold of a customer, and where the customer gets it with the same sign-in. No service hands a
 * customer's file to another one: each gives it to its owner.
 */
public enum Elsewhere {
    APPLICATIONS(
            "loan-service",
            "Loan applications, their papers, what was found and why it was decided so",
            "贷款申请、材料、审查结果及决定理由",
            "GET /api/v1/applications"),
    CONTRACTS(
            "contract-service",
            "Contracts with their seals and evidence",
            "合同、签章及证据",
            "GET /api/v1/contracts, /api/v1/contracts/{id}/proof-bundle"),
    LOANS(
            "repayment-service",
            "Loans, instalments, payments; statements as JSON, CSV and PDF",
            "贷款、还款计划、还款记录；对账单（JSON、CSV、PDF）",
            "GET /api/v1/loans, /api/v1/loans/{id}/statement"),
    WALLET_LINKS("repayment-service", "Credit wallets that you linked", "已关联的信用钱包", "GET /api/v1/wallet-links"),
    CARDS("repayment-service", "Bank cards", "银行卡", "GET /api/v1/cards"),
    APPOINTMENTS("care-service", "Appointments at a branch", "网点预约", "GET /api/v1/appointments"),
    MESSAGES("care-service", "Messages", "消息", "GET /api/v1/messages"),
    COMPLAINTS(
            "care-service",
            "Complaints and appeals, and their answers",
            "投诉、申诉及答复",
            "GET /api/v1/complaints, /api/v1/appeals"),
    CONTACTS("care-service", "Who asked to contact you, and what was decided", "联系申请及处理结果", "GET /api/v1/me/contacts"),
    HUMAN_REVIEW(
            "care-service",
            "Have a person look at an automated decision: appeal against it (PIPL art. 24)",
            "要求人工复核自动化决定：提出申诉（个人信息保护法第二十四条）",
            "POST /api/v1/appeals");

    private final String service;
    private final Wording what;
    private final String where;

    Elsewhere(String service, String en, String zh, String where) {
        this.service = service;
        this.what = new Wording(en, zh);
        this.where = where;
    }

    public String service() {
        return service;
    }

    public Wording what() {
        return what;
    }

    /** Paths through the gateway. */
    public String where() {
        return where;
    }
}
