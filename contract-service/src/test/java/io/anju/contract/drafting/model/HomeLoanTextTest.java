package io.anju.contract.drafting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.drafting.model.LoanApproval.Kind;
import io.anju.contract.drafting.model.LoanApproval.RateBasis;
import io.anju.contract.drafting.model.LoanApproval.Tranche;
import io.anju.contract.signing.model.Party;
import io.anju.contract.template.TemplateLibrary;
import io.anju.contract.template.model.FieldValue;
import io.anju.contract.template.model.Filling;
import io.anju.contract.template.model.Template;
import io.anju.kernel.arrears.AllocationRule;
import io.anju.kernel.arrears.Component;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a home-loan contract says of its conditions, clause by clause as a borrower reads it. */
class HomeLoanTextTest {

    private static final Template TEMPLATE = new TemplateLibrary().newest("home-loan");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    /** Everything other than usual. */
    private static final Conditions OTHER = new Conditions(
            new Conventions(
                    Frequency.MONTHLY,
                    FirstPeriod.WHOLE_MONTHS_AND_DAYS,
                    SplitPeriod.SHARE_OF_PERIOD,
                    DayCount.ACT_365),
            new Conditions.Late(new BigDecimal("1.30"), 0, DayCount.ACT_365, false, HolidayRule.NOTHING_MOVES),
            new Conditions.Prepayment(500_000, 12, new BigDecimal("0.01")),
            false,
            RepricingDay.START);

    private static final Conditions FORTNIGHTLY = new Conditions(
            new Conventions(Frequency.FORTNIGHTLY, FirstPeriod.ACTUAL_DAYS, SplitPeriod.ACTUAL_DAYS, DayCount.ACT_360),
            Conditions.DEFAULT.late(),
            Conditions.DEFAULT.prepayment(),
            true,
            RepricingDay.JANUARY);

    private static Map<String, FieldValue> values(Conditions... conditions) {
        return values(Arrays.stream(conditions)
                .map(agreed -> tranche("EQUAL_INSTALMENT", 12, null, agreed))
                .toList());
    }

    private static Tranche tranche(String method, int months, Integer interestOnlyMonths, Conditions conditions) {
        return new Tranche(
                Kind.COMMERCIAL,
                10_000_000,
                months,
                method,
                new BigDecimal("0.0350"),
                new BigDecimal("-0.0030"),
                12,
                RateBasis.FLOATING,
                conditions,
                interestOnlyMonths);
    }

    private static Map<String, FieldValue> values(List<Tranche> tranches) {
        LoanApproval approval =
                new LoanApproval(UUID.randomUUID(), UUID.randomUUID(), tranches, new LoanApproval.Property("c"), 22);
        return HomeLoanFields.of(
                approval,
                new Party("张三", "11010519491231002X"),
                "安居银行",
                "AJ-1",
                DAY,
                DAY.plusDays(30),
                io.anju.kernel.calendar.BusinessDays.WEEKENDS);
    }

    private static String clause(String id, Tranche... tranches) {
        return Filling.clauseText(TEMPLATE, id, values(List.of(tranches)));
    }

    private static String clause(String id, Conditions... conditions) {
        return Filling.clauseText(TEMPLATE, id, values(conditions));
    }

    @Test
    void lateClauseSaysTheGraceWhatItMeansAndWhatComesAfterIt() {
        assertEquals("""
                乙方应当不迟于按时还款的最后一日还清当期款项。自按时还款的最后一日的次日起 3 日为宽限期，宽限期内归还的部分不计收罚息和复利，宽限期内还清的不作为逾期，也不报送逾期信息。
                宽限期届满（不设宽限期的，过了按时还款的最后一日）仍未还清的，为逾期。对逾期本金，自按时还款的最后一日起计收罚息，计至归还日的前一日。罚息利率为执行利率的 1.5 倍，按实际天数（日利率为年利率除以 360）计收，对逾期利息自同日起按罚息利率计收复利。执行利率调整的，自调整之日起按调整后的执行利率计收。罚息和复利本身不再计息。
                借款被挪用的，按甲方公布并载明的挪用罚息利率计收；既逾期又挪用的，择其重者计收，不并处。
                所还款项不足以清偿全部到期款项的，先抵充最早到期的一期，同一期内按实现债权的费用、罚息和复利、利息、本金的顺序抵充。""", clause("late", Conditions.DEFAULT));
    }

    @Test
    void lateClauseSaysWhenThereIsNoGraceAndNoCompoundInterest() {
        String late = clause("late", OTHER);

        assertTrue(late.contains("还清当期款项。不设宽限期。"), late);
        assertTrue(late.contains("罚息利率为执行利率的 1.3 倍，按实际天数（日利率为年利率除以 365）计收，对逾期利息不计收复利。"), late);
    }

    @Test
    void repaymentClauseMovesTheDayInTimeAloneOnAHoliday() {
        assertEquals("""
                每月 22 日为还款日，也是按时还款的最后一日；当月没有该日的，以当月最后一日为还款日。还款日遇法定节假日或者休息日的，按时还款的最后一日顺延至其后第一个工作日，还款日和当期利息不因此变动。
                乙方应当以自有资金还款，不得使用消费类信贷资金偿还本合同项下的借款。扣款账户内的款项少于应还金额的，甲方可以先扣收其中的部分，其余部分乙方仍应归还。
                附件《还款计划》按预计放款日计算，供乙方参考；实际计划以放款日为准，甲方在放款后即向乙方提供。""", clause("repayment", Conditions.DEFAULT));
        String other = clause("repayment", OTHER);
        assertTrue(other.contains("还款日遇法定节假日或者休息日的，按时还款的最后一日仍为还款日。"), other);
        assertTrue(other.contains("少于应还金额的，甲方不作部分扣收。"), other);
    }

    /** 22 May 2027 is a Saturday. */
    @Test
    void repaymentClauseMovesTheDueDateWithItsInterestWhereThatIsAgreedAndSoDoesTheAnnex() {
        Conditions.Late late = Conditions.DEFAULT.late();
        var moving = new Conditions(
                Conditions.DEFAULT.conventions(),
                new Conditions.Late(
                        late.multiplier(),
                        late.graceDays(),
                        late.dayCount(),
                        late.compound(),
                        HolidayRule.DUE_DATE_MOVES),
                Conditions.DEFAULT.prepayment(),
                true,
                RepricingDay.JANUARY);

        String text = clause("repayment", moving);
        var plan = (FieldValue.Rows) values(moving).get("plan");

        assertTrue(text.contains("当期还款日顺延至其后第一个工作日，当期利息计算至顺延后的还款日，按实际天数计息，其后一期自该日起算；"), text);
        assertEquals("2027-05-24", plan.table().rows().get(5).get(1));
        assertEquals("2027-06-22", plan.table().rows().get(6).get(1));
    }

    @Test
    void rateClauseSaysHowABrokenPeriodIsCounted() {
        String usual = clause("amount-and-rate", Conditions.DEFAULT);
        String other = clause("amount-and-rate", OTHER);

        assertTrue(
                usual.contains("整月按年利率的十二分之一计息。首期不是整月的，按实际天数（日利率为年利率除以 360）计息。一期之内利率调整的，调整前后分别按实际天数（日利率为年利率除以 360）计息。"),
                usual);
        assertTrue(
                other.contains("首期不是整月的，其中的整月按月计息，其余按实际天数（日利率为年利率除以 365）计息。一期之内利率调整的，调整前后的利率各按其天数占当期天数的比例计息。"), other);
    }

    @Test
    void rateClauseSaysWhichDayTheRateIsFixedAnew() {
        String usual = clause("amount-and-rate", Conditions.DEFAULT);
        String other = clause("amount-and-rate", OTHER);

        assertTrue(usual.contains("利率为浮动的，重定价日为每年 1 月 1 日，重定价周期短于一年的，还包括自该日起每满一个周期的对应日，自重定价日起按重定价日前一日有效的"), usual);
        assertTrue(other.contains("利率为浮动的，重定价日为自放款日起每满一个重定价周期的对应日，当月没有对应日的，为当月最后一日，自重定价日起按"), other);
    }

    @Test
    void rateClauseSaysTheMonthsOfInterestAloneAndWhatComesAfterThem() {
        String text = clause(
                "amount-and-rate",
                tranche("INTEREST_ONLY_THEN_EQUAL_INSTALMENT", 36, 24, Conditions.DEFAULT),
                tranche("BULLET", 12, null, Conditions.DEFAULT),
                tranche("EQUAL_PRINCIPAL", 360, null, Conditions.DEFAULT));

        assertTrue(
                text.contains(
                        "第 1 笔：共 36 期，前 24 个月（第 1 期至第 24 期）只付利息、不还本金，自第 25 期起归还本金和利息，每期还款额相等（等额本息），每期还款额因此高于只付利息的各期；"),
                text);
        assertTrue(text.contains("第 2 笔：共 12 期，每期只付利息、不还本金，全部本金在最后一期一次归还；"), text);
        assertTrue(text.contains("第 3 笔：共 360 期，自第 1 期起按所列还款方式归还本金和利息。"), text);
    }

    @Test
    void aFortnightlyLoanSaysItsRhythmAndNamesNoDayOfTheMonth() {
        Tranche fortnightly = tranche("EQUAL_INSTALMENT", 12, null, FORTNIGHTLY);

        String rate = clause("amount-and-rate", fortnightly);
        String repayment = clause("repayment", fortnightly);

        assertTrue(rate.contains("共 26 期，"), rate);
        assertTrue(rate.contains("利息按期计算，每十四日为一期，整期按年利率的三百六十分之十四计息。首期不是整期的，"), rate);
        assertTrue(repayment.startsWith("自放款之日起每满十四日的当日为还款日，也是按时还款的最后一日，每年共二十六期，不以月计。"), repayment);
        assertFalse(repayment.contains("每月"), repayment);
    }

    @Test
    void prepaymentClauseSaysTheLeastAmountAndTheCompensation() {
        String usual = clause("prepayment", Conditions.DEFAULT);
        String other = clause("prepayment", OTHER);

        assertTrue(usual.contains("部分提前还款的，每次归还的本金不少于 ¥1,000.00（人民币壹仟元整）。提前归还全部借款的，不受最低金额的限制。提前还款不收取违约金。"), usual);
        assertTrue(usual.contains("除本条约定外，办理不设排队和额外限制。"), usual);
        assertTrue(other.contains("自放款之日起未满 12 个月提前还款的，按提前归还本金的 1.00% 收取违约金，满 12 个月后不收取。"), other);
    }

    @Test
    void saysOnceWhatAllTranchesAgreeOnAndOfEachItsOwnWhereTheyDiffer() {
        String late = clause("late", Conditions.DEFAULT, OTHER, Conditions.DEFAULT);

        assertTrue(late.contains("。第 1、3 笔：自按时还款的最后一日的次日起 3 日为宽限期"), late);
        assertTrue(late.contains("；第 2 笔：不设宽限期。"), late);
        assertTrue(late.contains("第 2 笔：罚息利率为执行利率的 1.3 倍"), late);
        assertFalse(clause("late", OTHER, OTHER).contains("笔"));
    }

    @Test
    void anotherOrderOfUsingMoneyWouldBePrinted() {
        var byLaw = new AllocationRule(
                List.of(Component.COST, Component.INTEREST, Component.PENALTY, Component.PRINCIPAL), true);

        assertEquals("按实现债权的费用、利息、罚息和复利、本金的顺序抵充，同一项内先抵充最早到期的一期", ConditionWords.allocation(byLaw));
    }
}
