package io.anju.loan.review.http;

import java.util.Map;

/** What each rule of the checks asks for, in the languages that the bank speaks. */
final class RuleWords {

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "DEBT_TO_INCOME", words("每月全部债务支出占收入的比例", "all monthly debts to income"),
            "HOUSING_TO_INCOME", words("每月住房支出占收入的比例", "monthly housing costs to income"),
            "LOAN_TO_VALUE", words("贷款额占房价的比例", "loan to the price of the home"),
            "AGE_PLUS_TERM", words("贷款到期时的年龄", "age when the loan ends"),
            "OVERDUE_24M", words("近 24 个月逾期次数", "late payments within 24 months"),
            "OPEN_APPLICATIONS", words("同一借款人或同一房屋的其他在途申请", "other open applications of the person or for the home"),
            "HOME_COUNT", words("名下未结清的住房贷款笔数（首套房贷款须无）", "home loans that run (none for the price of a first home)"),
            "NO_REPORT", words("征信机构没有此人的信用报告，须人工查看", "the bureau has no report of the person: look closer"),
            "CHECK_NOT_DONE", words("未能在期限内完成核查，请重新核查", "the checks could not be done in time: have it checked again"));

    private RuleWords() {}

    /** By language; none for a rule of a version to come. */
    static Map<String, String> of(String rule) {
        return WORDS.getOrDefault(rule, Map.of());
    }

    private static Map<String, String> words(String chinese, String english) {
        return Map.of("zh-CN", chinese, "en", english);
    }
}
