package io.anju.care.permit.model;

import java.util.List;

/** The answer to a {@link ContactRequest}. */
public sealed interface ContactDecision {

    /** Yes, within the window. */
    record Permitted(ContactWindow window) implements ContactDecision {}

    /**
     * No.
     *
     * @param reasons every rule that declined, in the order of {@link ContactRules#ALL}; never empty
     */
    record Refused(List<ContactRefusal> reasons) implements ContactDecision {

        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }

        /** The reason that is answered: the first in the order of the rules. */
        public ContactRefusal first() {
            return reasons.getFirst();
        }
    }

    /** Asks every rule; one refusal is enough for a no. */
    static ContactDecision of(ContactRequest request, ContactFacts facts) {
        var reasons = ContactRules.ALL.stream()
                .flatMap(rule -> rule.refuses(request, facts).stream())
                .toList();
        return reasons.isEmpty() ? new Permitted(ContactWindow.of(request, facts.policy())) : new Refused(reasons);
    }
}
