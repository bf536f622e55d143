package io.anju.contract.drafting.model;

import io.anju.contract.drafting.model.LoanApproval.Tranche;
import io.anju.contract.template.model.FieldValue;
import io.anju.kernel.arrears.AllocationRule;
import io.anju.kernel.arrears.Component;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The conditions of a loan in words, each of them a phrase of the home-loan template.
 *
 * <p>What all tranches agree on is said once; where they differ, each says its own: {@code 第 1 笔：不设宽限期；第 2 笔：…}.
 */
final class ConditionWords {

    private final List<Tranche> tranches;
    private final FieldValue dueDay;

    /** @param dueDay of the month, 1 to 31; of no use to fortnights */
    ConditionWords(List<Tranche> tranches, int dueDay) {
        this.tranches = List.copyOf(tranches);
        this.dueDay = new FieldValue.DayOfMonth(dueDay);
    }

    /** The values of all fields that conditions fill. */
    Map<String, FieldValue> fields() {
        Map<String, FieldValue> fields = new HashMap<>(rhythm());
        fields.putAll(ofConditions());
        return fields;
    }

    /** How often what is repaid: the words that a term in months does not say by itself. */
    private Map<String, FieldValue> rhythm() {
        return Map.of(
                "wholePeriod", each(conditions -> wholePeriod(frequency(conditions))),
                "dueDates", each(conditions -> dueDates(frequency(conditions))),
                "principalPlan", eachTranche(ConditionWords::principalPlan));
    }

    private Map<String, FieldValue> ofConditions() {
        return Map.of(
                "firstPeriod", each(ConditionWords::firstPeriod),
                "splitPeriod", each(ConditionWords::splitPeriod),
                "repricingDay", each(conditions -> repricingDay(conditions.repricingDay())),
                "holidays", each(conditions -> holidays(conditions.late().holidays())),
                "partCollection", each(ConditionWords::partCollection),
                "grace", each(conditions -> grace(conditions.late().graceDays())),
                "penalty", each(conditions -> penalty(conditions.late())),
                "allocation", new FieldValue.Words(allocation(AllocationRule.DEFAULT)),
                "prepaymentMinimum", each(conditions -> minimum(conditions.prepayment())),
                "compensation", each(conditions -> compensation(conditions.prepayment())));
    }

    private FieldValue each(Function<Conditions, String> words) {
        return eachTranche(tranche -> words.apply(tranche.conditions()));
    }

    private FieldValue eachTranche(Function<Tranche, String> words) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < tranches.size(); i++) {
            numbers.computeIfAbsent(words.apply(tranches.get(i)), _ -> new ArrayList<>())
                    .add(String.valueOf(i + 1));
        }
        return new FieldValue.Words(
                numbers.size() == 1
                        ? numbers.keySet().iterator().next()
                        : numbers.entrySet().stream()
                                .map(said -> "第 " + String.join("、", said.getValue()) + " 笔：" + said.getKey())
                                .collect(Collectors.joining("；")));
    }

    private static Frequency frequency(Conditions conditions) {
        return conditions.conventions().frequency();
    }

    private static String wholePeriod(Frequency frequency) {
        return switch (frequency) {
            case MONTHLY -> "利息按月计算，整月按年利率的十二分之一计息";
            case FORTNIGHTLY -> "利息按期计算，每十四日为一期，整期按年利率的三百六十分之十四计息";
            case QUARTERLY -> throw new IllegalArgumentException("refused with the conditions");
        };
    }

    private String dueDates(Frequency frequency) {
        return switch (frequency) {
            case MONTHLY -> "每月 " + dueDay.print() + "为还款日，也是按时还款的最后一日；当月没有该日的，以当月最后一日为还款日";
            case FORTNIGHTLY -> "自放款之日起每满十四日的当日为还款日，也是按时还款的最后一日，每年共二十六期，不以月计";
            case QUARTERLY -> throw new IllegalArgumentException("refused with the conditions");
        };
    }

    /** From which instalment on principal is repaid, and how. */
    private static String principalPlan(Tranche tranche) {
        int interestOnly = tranche.interestOnly();
        return switch (Method.valueOf(tranche.method())) {
            case EQUAL_INSTALMENT, EQUAL_PRINCIPAL -> "共 " + tranche.instalments() + " 期，自第 1 期起按所列还款方式归还本金和利息";
            case INTEREST_ONLY_THEN_EQUAL_INSTALMENT -> interestOnly(tranche, interestOnly, "每期还款额相等（等额本息）");
            case INTEREST_ONLY_THEN_EQUAL_PRINCIPAL -> interestOnly(tranche, interestOnly, "每期归还的本金相等（等额本金）");
            case BULLET -> "共 " + tranche.instalments() + " 期，每期只付利息、不还本金，全部本金在最后一期一次归还";
        };
    }

    private static String interestOnly(Tranche tranche, int periods, String then) {
        return "共 " + tranche.instalments() + " 期，前 " + tranche.interestOnlyMonths() + " 个月（第 1 期至第 " + periods
                + " 期）只付利息、不还本金，自第 " + (periods + 1) + " 期起归还本金和利息，" + then + "，每期还款额因此高于只付利息的各期";
    }

    private static String firstPeriod(Conditions conditions) {
        Conventions conventions = conditions.conventions();
        String days = days(conventions.dayCount());
        String broken = conventions.frequency() == Frequency.MONTHLY ? "首期不是整月的，" : "首期不是整期的，";
        return switch (conventions.firstPeriod()) {
            case ACTUAL_DAYS -> broken + "按" + days + "计息";
            case WHOLE_MONTHS_AND_DAYS -> broken + "其中的整月按月计息，其余按" + days + "计息";
        };
    }

    private static String splitPeriod(Conditions conditions) {
        Conventions conventions = conditions.conventions();
        return switch (conventions.splitPeriod()) {
            case ACTUAL_DAYS -> "一期之内利率调整的，调整前后分别按" + days(conventions.dayCount()) + "计息";
            case SHARE_OF_PERIOD -> "一期之内利率调整的，调整前后的利率各按其天数占当期天数的比例计息";
        };
    }

    /** The cycle stands beside the rate of each tranche. */
    private static String repricingDay(RepricingDay day) {
        return switch (day) {
            case JANUARY -> "重定价日为每年 1 月 1 日，重定价周期短于一年的，还包括自该日起每满一个周期的对应日";
            case START -> "重定价日为自放款日起每满一个重定价周期的对应日，当月没有对应日的，为当月最后一日";
        };
    }

    private static String days(DayCount count) {
        return switch (count) {
            case ACT_360, ACT_365 -> "实际天数（日利率为年利率除以 " + count.yearDays() + "）";
            case THIRTY_360 -> "每月三十日的天数（日利率为年利率除以 360）";
        };
    }

    private static String holidays(HolidayRule rule) {
        return switch (rule) {
            case NOTHING_MOVES -> "还款日遇法定节假日或者休息日的，按时还款的最后一日仍为还款日";
            case GRACE_MOVES -> "还款日遇法定节假日或者休息日的，按时还款的最后一日顺延至其后第一个工作日，还款日和当期利息不因此变动";
            case DUE_DATE_MOVES -> "还款日遇法定节假日或者休息日的，当期还款日顺延至其后第一个工作日，当期利息计算至顺延后的还款日，按实际天数计息，其后一期自该日起算；之后各期的还款日不因此变动";
        };
    }

    private static String partCollection(Conditions conditions) {
        return conditions.partCollection() ? "扣款账户内的款项少于应还金额的，甲方可以先扣收其中的部分，其余部分乙方仍应归还" : "扣款账户内的款项少于应还金额的，甲方不作部分扣收";
    }

    private static String grace(int days) {
        return days == 0 ? "不设宽限期" : "自按时还款的最后一日的次日起 " + days + " 日为宽限期，宽限期内归还的部分不计收罚息和复利，宽限期内还清的不作为逾期，也不报送逾期信息";
    }

    private static String penalty(Conditions.Late late) {
        return "罚息利率为执行利率的 " + new FieldValue.Factor(late.multiplier()).print() + " 倍，按" + days(late.dayCount()) + "计收，"
                + (late.compound() ? "对逾期利息自同日起按罚息利率计收复利" : "对逾期利息不计收复利");
    }

    /** The order in which repayment-service uses what is paid, by the same rule of the kernel. */
    static String allocation(AllocationRule rule) {
        String order = rule.order().stream().map(ConditionWords::component).collect(Collectors.joining("、"));
        return rule.acrossInstalments() ? "按" + order + "的顺序抵充，同一项内先抵充最早到期的一期" : "先抵充最早到期的一期，同一期内按" + order + "的顺序抵充";
    }

    private static String component(Component component) {
        return switch (component) {
            case COST -> "实现债权的费用";
            case PENALTY -> "罚息和复利";
            case INTEREST -> "利息";
            case PRINCIPAL -> "本金";
        };
    }

    private static String minimum(Conditions.Prepayment prepayment) {
        return prepayment.minimum() <= 1
                ? "部分提前还款不设最低金额"
                : "部分提前还款的，每次归还的本金不少于 " + new FieldValue.Money(prepayment.minimum()).print();
    }

    private static String compensation(Conditions.Prepayment prepayment) {
        return prepayment.isFree()
                ? "提前还款不收取违约金"
                : "自放款之日起未满 " + prepayment.compensationMonths() + " 个月提前还款的，按提前归还本金的 "
                        + new FieldValue.Rate(prepayment.compensationShare()).print() + " 收取违约金，满 "
                        + prepayment.compensationMonths() + " 个月后不收取";
    }
}
