package io.anju.contract.drafting.model;

import io.anju.contract.drafting.model.LoanApproval.Tranche;
import io.anju.contract.signing.model.Party;
import io.anju.contract.template.model.FieldValue;
import io.anju.document.model.Block;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.money.Fen;
import io.anju.kernel.schedule.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of the home-loan template's fields. */
public final class HomeLoanFields {
    private HomeLoanFields() {}

    /**
     * All fields.
     *
     * @param lender the bank's full name
     * @param draftedOn day from which the annex's plan is computed
     * @param calendar holidays that are known, by which the plan's dates move where the conditions say so
     */
    public static Map<String, FieldValue> of(
            LoanApproval approval,
            Party party,
            String lender,
            String number,
            LocalDate draftedOn,
            LocalDate expiresOn,
            BusinessDays calendar) {
        Map<String, FieldValue> fields =
                new HashMap<>(new ConditionWords(approval.tranches(), approval.dueDay()).fields());
        fields.putAll(priced(approval, party, lender, number, draftedOn, expiresOn, calendar));
        return fields;
    }

    private static Map<String, FieldValue> priced(
            LoanApproval approval,
            Party party,
            String lender,
            String number,
            LocalDate draftedOn,
            LocalDate expiresOn,
            BusinessDays calendar) {
        RepaymentPlan plan = RepaymentPlan.of(approval, draftedOn, calendar);
        return Map.ofEntries(
                Map.entry("contractNumber", new FieldValue.Words(number)),
                Map.entry("draftedOn", new FieldValue.Date(draftedOn)),
                Map.entry("expiresOn", new FieldValue.Date(expiresOn)),
                Map.entry("lender", new FieldValue.Words(lender)),
                Map.entry("borrowerName", new FieldValue.Words(party.name())),
                Map.entry("borrowerIdNumber", new FieldValue.Words(party.idNumber())),
                Map.entry("totalPrincipal", new FieldValue.Money(approval.totalPrincipal())),
                Map.entry("totalInterest", new FieldValue.Money(plan.totalInterest())),
                Map.entry(
                        "realAnnualRate",
                        new FieldValue.Rate(plan.realAnnualRate().fraction())),
                Map.entry(
                        "propertyCertificate",
                        new FieldValue.Words(approval.property().certificateNumber())),
                Map.entry("tranches", new FieldValue.Rows(tranches(approval))),
                Map.entry("plan", new FieldValue.Rows(plan(plan))));
    }

    private static Block.Table tranches(LoanApproval approval) {
        List<Block.Column> columns = List.of(
                new Block.Column("笔", 1, false),
                new Block.Column("本金（元）", 3, true),
                new Block.Column("期限", 2, true),
                new Block.Column("还款方式", 3, false),
                new Block.Column("年利率", 2, true),
                new Block.Column("利率类型", 5, false));
        List<List<String>> rows = new ArrayList<>();
        for (Tranche tranche : approval.tranches()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    Fen.grouped(tranche.principal()),
                    tranche.months() + " 个月",
                    methodName(Method.valueOf(tranche.method())),
                    new FieldValue.Rate(tranche.annualRate()).print(),
                    basis(tranche)));
        }
        return new Block.Table(columns, rows);
    }

    private static String basis(Tranche tranche) {
        return switch (tranche.rateBasis()) {
            case FIXED -> "固定利率";
            case FLOATING ->
                switch (tranche.kind()) {
                    case PROVIDENT_FUND -> "公积金贷款利率，随国家规定调整";
                    case COMMERCIAL -> overReferenceRate(tranche.spread(), tranche.ratePeriodMonths());
                };
        };
    }

    /** A floating rate in words: LPR, basis points over or under it, and the cycle. */
    public static String overReferenceRate(BigDecimal spread, int cycleMonths) {
        BigDecimal points = spread.movePointRight(4).stripTrailingZeros();
        String sign = points.signum() < 0 ? "减" : "加";
        return "浮动：LPR " + sign + " " + points.abs().toPlainString() + " 个基点，每 " + cycleMonths + " 个月重定价";
    }

    /** A way of repaying in words. */
    public static String methodName(Method method) {
        return switch (method) {
            case EQUAL_INSTALMENT -> "等额本息";
            case EQUAL_PRINCIPAL -> "等额本金";
            case INTEREST_ONLY_THEN_EQUAL_INSTALMENT -> "先息后等额本息";
            case INTEREST_ONLY_THEN_EQUAL_PRINCIPAL -> "先息后等额本金";
            case BULLET -> "到期一次还本";
        };
    }

    private static Block.Table plan(RepaymentPlan plan) {
        List<Block.Column> columns = List.of(
                new Block.Column("期", 2, false),
                new Block.Column("还款日", 4, false),
                new Block.Column("应还", 4, true),
                new Block.Column("本金", 4, true),
                new Block.Column("利息", 4, true),
                new Block.Column("剩余本金", 5, true));
        List<List<String>> rows = new ArrayList<>();
        for (RepaymentPlan.Row row : plan.rows()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    row.dueDate().toString(),
                    Fen.grouped(row.amount()),
                    Fen.grouped(row.principal()),
                    Fen.grouped(row.interest()),
                    Fen.grouped(row.balance())));
        }
        return new Block.Table(columns, rows);
    }
}
