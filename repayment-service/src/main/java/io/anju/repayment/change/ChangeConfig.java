package io.anju.repayment.change;

import io.anju.kernel.rate.SpreadRules;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangePolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;
import java.util.TreeMap;

/** The bank's rules of changing plan or rate. Where no source is named the figure is this bank's own custom. */
@ConfigMapping(prefix = "anju.change")
public interface ChangeConfig {

    /** Days for which a quote holds, unless the next due date or repricing day is nearer. */
    @WithDefault("7")
    int validityDays();

    /** Instalments that must have been billed before anything is changed. */
    @WithDefault("1")
    int paidLeast();

    /** Changes of one kind within twelve months. */
    @WithDefault("1")
    int perYear();

    /** Instalments of interest alone at a time. */
    @WithDefault("12")
    int reliefMost();

    /** Instalments of a loan in all (30 years: 个人住房贷款管理办法). */
    @WithDefault("360")
    int termMost();

    /** Changes of the repricing cycle in a loan's life. */
    @WithDefault("1")
    int cycleChangesMost();

    /** Kinds of change that need an amendment of the contract; TERM only beyond the contract's own term. */
    @WithDefault("METHOD,TERM,CYCLE,TO_FIXED,TO_FLOATING,SPREAD")
    Set<ChangeAsk.Kind> amendmentFor();

    /** Conditions of a change of the rate from which two officers may grant an exception; the others are facts or law. */
    @WithDefault("PAID_LONG_ENOUGH,NOT_CHANGED_LATELY")
    Set<String> officersMayGrant();

    /** Conditions of a change of the plan from which two people at the counter may let it off; the others are facts or law. */
    @WithDefault("PAID_LONG_ENOUGH,NOT_CHANGED_LATELY,RELIEF_WITHIN_LIMIT")
    Set<String> counterMayGrant();

    /**
     * Days, that of the decision not counted, for which officers' grant of a rate request holds: an offer that lapses or is
     * overtaken meanwhile is made anew when the borrower wants to take it. Those granted before keep their last day.
     */
    @WithDefault("30")
    int grantDays();

    /** All of it as the policy that it makes, before it is known what new loans cost on average. */
    default ChangePolicy policy() {
        return new ChangePolicy(
                validityDays(),
                paidLeast(),
                perYear(),
                reliefMost(),
                termMost(),
                cycleChangesMost(),
                amendmentFor(),
                SpreadRules.OF_2024,
                new TreeMap<>());
    }
}
