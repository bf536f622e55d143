package io.anju.loan.underwriting.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The rules that bind an approval, each a small pure function, and the fold over them. */
public final class Rules {

    /** Version of this list; an assessment keeps the one that it was made with. */
    public static final String VERSION = "2026-2";

    /** The bureau has no report of the person: no rule broken, for many have never borrowed; officers look closer. */
    public static final String NO_REPORT = "NO_REPORT";

    /** The checks could not be done in time; without them nothing is approved. */
    public static final String CHECK_NOT_DONE = "CHECK_NOT_DONE";

    private static final List<BiFunction<CaseFacts, UnderwritingLimits, Finding>> ALL = List.of(
            Rules::debtRatio,
            Rules::housingRatio,
            Rules::loanToValue,
            Rules::ageAndTerm,
            Rules::overdue,
            Rules::duplicates,
            Rules::homeLoans);

    private Rules() {}

    /**
     * What every rule says, met or not, in the order of the list: the explanation owed to the customer. That the bureau
     * has no report is said beside them.
     */
    public static List<Finding> findings(CaseFacts facts, UnderwritingLimits limits) {
        return Stream.concat(
                        ALL.stream().map(rule -> rule.apply(facts, limits)),
                        Stream.ofNullable(facts.noReport()).map(reason -> new Finding(NO_REPORT, false, reason, "1")))
                .toList();
    }

    /** All monthly debts to income: at most 55 % by default. */
    static Finding debtRatio(CaseFacts facts, UnderwritingLimits limits) {
        return share("DEBT_TO_INCOME", facts.debtRatio(), limits.maxDebtRatio());
    }

    /** Monthly housing costs to income: at most 50 % by default. */
    static Finding housingRatio(CaseFacts facts, UnderwritingLimits limits) {
        return share("HOUSING_TO_INCOME", facts.housingRatio(), limits.maxHousingRatio());
    }

    /** What is lent to the price of the home: the product's limit. */
    static Finding loanToValue(CaseFacts facts, UnderwritingLimits limits) {
        return share("LOAN_TO_VALUE", facts.loanToValue(), facts.maxLoanToValue());
    }

    /** Age when the loan ends: the product's limit. */
    static Finding ageAndTerm(CaseFacts facts, UnderwritingLimits limits) {
        int months = facts.ageYears() * 12 + facts.termMonths();
        return new Finding(
                "AGE_PLUS_TERM",
                months <= facts.maxAgePlusTerm() * 12,
                months / 12 + "y" + months % 12 + "m",
                facts.maxAgePlusTerm() + "y");
    }

    /** Recent arrears, by the bureau. */
    static Finding overdue(CaseFacts facts, UnderwritingLimits limits) {
        return count("OVERDUE_24M", facts.overdueCount24m(), limits.maxOverdue24m());
    }

    /** One open application per person and per home. */
    static Finding duplicates(CaseFacts facts, UnderwritingLimits limits) {
        return count("OPEN_APPLICATIONS", facts.openApplications(), 0);
    }

    /** The price of a first home is for whoever has no home loan. */
    static Finding homeLoans(CaseFacts facts, UnderwritingLimits limits) {
        String found = Integer.toString(facts.homeLoans());
        return facts.firstHome()
                ? new Finding("HOME_COUNT", facts.homeLoans() == 0, found, "0")
                : new Finding("HOME_COUNT", true, found, "-");
    }

    private static Finding share(String rule, BigDecimal found, BigDecimal limit) {
        return new Finding(rule, found.compareTo(limit) <= 0, found.toPlainString(), limit.toPlainString());
    }

    private static Finding count(String rule, int found, int limit) {
        return new Finding(rule, found <= limit, Integer.toString(found), Integer.toString(limit));
    }
}
