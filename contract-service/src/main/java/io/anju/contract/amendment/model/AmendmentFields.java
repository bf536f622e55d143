package io.anju.contract.amendment.model;

import io.anju.contract.amendment.model.AmendmentWanted.LoanTerms;
import io.anju.contract.drafting.model.HomeLoanFields;
import io.anju.contract.signing.model.Party;
import io.anju.contract.template.model.FieldValue;
import io.anju.document.model.Block;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.schedule.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The values of the amendment templates' fields: what is agreed, before and after side by side. */
public final class AmendmentFields {

    private AmendmentFields() {}

    /** Number, day and parties of the paper; {@code amended} is the number of the contract that is amended. */
    public record Paper(String number, String amended, LocalDate draftedOn, String lender, Party party) {}

    /** All fields. */
    public static Map<String, FieldValue> of(AmendmentWanted wanted, Paper paper) {
        return Map.ofEntries(
                Map.entry("contractNumber", new FieldValue.Words(paper.number())),
                Map.entry("amendedNumber", new FieldValue.Words(paper.amended())),
                Map.entry("draftedOn", new FieldValue.Date(paper.draftedOn())),
                Map.entry("expiresOn", new FieldValue.Date(wanted.signBy())),
                Map.entry("lender", new FieldValue.Words(paper.lender())),
                Map.entry("borrowerName", new FieldValue.Words(paper.party().name())),
                Map.entry("borrowerIdNumber", new FieldValue.Words(paper.party().idNumber())),
                Map.entry("principal", new FieldValue.Money(wanted.principal())),
                Map.entry("effectiveFrom", new FieldValue.Date(wanted.date())),
                Map.entry("changes", new FieldValue.Rows(changes(wanted))));
    }

    private static Block.Table changes(AmendmentWanted wanted) {
        List<Block.Column> columns = List.of(
                new Block.Column("项目", 4, false), new Block.Column("变更前", 6, false), new Block.Column("变更后", 6, false));
        return new Block.Table(
                columns,
                List.of(
                        row(wanted, "还款方式", terms -> HomeLoanFields.methodName(Method.valueOf(terms.method()))),
                        row(wanted, isFortnightly(wanted) ? "还款周期" : "每月还款日", AmendmentFields::rhythm),
                        row(wanted, "下一还款日", terms -> terms.nextDueDate().toString()),
                        row(wanted, "剩余期数", terms -> terms.instalments() + " 期"),
                        row(wanted, "最后还款日", terms -> terms.lastDueDate().toString()),
                        row(wanted, "年利率", terms -> new FieldValue.Rate(terms.annualRate()).print()),
                        row(wanted, "利率类型", AmendmentFields::basis),
                        row(wanted, "下一期应还（元）", terms -> Fen.grouped(terms.nextInstalment())),
                        row(wanted, "最后一期应还（元）", terms -> Fen.grouped(terms.lastInstalment())),
                        row(wanted, "剩余利息合计（元）", terms -> Fen.grouped(terms.interest()))));
    }

    private static List<String> row(AmendmentWanted wanted, String what, Function<LoanTerms, String> print) {
        return List.of(what, print.apply(wanted.before()), print.apply(wanted.after()));
    }

    private static boolean isFortnightly(AmendmentWanted wanted) {
        return wanted.before().frequency() == Frequency.FORTNIGHTLY;
    }

    private static String rhythm(LoanTerms terms) {
        return terms.frequency() == Frequency.FORTNIGHTLY ? "每十四日一期" : terms.dueDay() + " 日";
    }

    private static String basis(LoanTerms terms) {
        return terms.spread() == null || terms.cycleMonths() == null
                ? "固定利率"
                : HomeLoanFields.overReferenceRate(terms.spread(), terms.cycleMonths());
    }
}
