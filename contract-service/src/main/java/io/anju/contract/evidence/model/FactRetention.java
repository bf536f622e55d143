package io.anju.contract.evidence.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which facts about an erased customer go with which item of identity-service's retention schedule (PIPL art. 47). What belongs to no item of its own, such as consents and sign-ins, is kept for as
 * long as something of the customer is: identity-service tells nobody of the ends of what it holds itself, and the longer of the two that are always told covers them.
 */
public final class FactRetention {
    private static final Map<String, List<String>> TYPES = Map.of(
            "APPLICATIONS", List.of("anju.application."),
            "CONTRACTS", List.of("anju.contract.", "anju.mortgage.", "anju.settlement.", "anju.wallet-agreement."),
            "TRANSACTIONS", List.of("anju.instalment.", "anju.loan.", "anju.wallet."),
            "LATE_PAYMENTS", List.of("anju.instalment.overdue."),
            "COMPLAINTS", List.of("anju.complaint."));

    private static final Set<String> LAST = Set.of("CONTRACTS", "COMPLAINTS");
    private static final List<String> ALL = List.of("anju.");

    private FactRetention() {}

    /**
     * How the types of the facts begin that go now.
     *
     * @param item that has just ended
     * @param ended every item that has ended for the customer, this one among them
     */
    public static List<String> goingWith(String item, Set<String> ended) {
        return ended.containsAll(LAST) ? ALL : TYPES.getOrDefault(item, List.of());
    }
}
