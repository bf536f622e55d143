package io.anju.identity.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the risk rules say about one request. Taken once, before any challenge is given out. */
public sealed interface RiskVerdict {

    /** It may be proved. */
    sealed interface Open extends RiskVerdict {

        /** What is left of the methods that policy and person have in common. */
        default Set<ProofMethod> leaves(Set<ProofMethod> methods) {
            return switch (this) {
                case Allowed() -> methods;
                case StrongerMethod(Wording ignored) ->
                    methods.contains(ProofMethod.PASSKEY)
                            ? EnumSet.of(ProofMethod.PASSKEY)
                            : EnumSet.noneOf(ProofMethod.class);
            };
        }
    }

    /** Nothing speaks against it. */
    record Allowed() implements Open {}

    /** Only with the stronger method. */
    record StrongerMethod(Wording reason) implements Open {}

    /**
     * Not before a risk officer has looked at it.
     *
     * @param rules names of the rules that hold it; a release lifts these and no others
     */
    record Held(UUID decisionId, Set<String> rules, Stop stop) implements RiskVerdict {
        public Held {
            rules = Set.copyOf(rules);
        }
    }

    /**
     * Not at all, unless a risk officer lifts that for this person.
     *
     * @param rules names of the rules that deny or would hold it; a lifting lifts these and no others
     */
    record Denied(UUID decisionId, Set<String> rules, Stop stop) implements RiskVerdict {
        public Denied {
            rules = Set.copyOf(rules);
        }
    }

    /**
     * What the person is told: why, how to clear it and with which documents.
     *
     * <p>Source: 反电信网络诈骗法 art. 18 and 32, an intercept names its reason and its remedy.
     */
    record Stop(Wording reason, Wording remedy, List<Wording> documents) {
        public Stop {
            documents = List.copyOf(documents);
        }
    }
}
