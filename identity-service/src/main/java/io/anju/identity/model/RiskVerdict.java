package io.anju.identity.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the risk rules say about one request. Taken once, before any challenge is given out. */
public sealed interface RiskVerdict {

    /** Nothing speaks against it. */
    record Allowed() implements RiskVerdict {}

    /** Only with the stronger method. */
    record StrongerMethod(Wording reason) implements RiskVerdict {}

    /**
     * Not now. The person is told why, how to clear it and with which documents.
     *
     * <p>Source: 反电信网络诈骗法 art. 18 and 32, an intercept names its reason and its remedy.
     *
     * @param decisionId under which the decision and its signals are kept
     */
    record Stopped(UUID decisionId, Wording reason, Wording remedy, List<Wording> documents) implements RiskVerdict {
        public Stopped {
            documents = List.copyOf(documents);
        }
    }

    /** What is left of the methods that policy and person have in common. */
    default Set<ProofMethod> leaves(Set<ProofMethod> methods) {
        return switch (this) {
            case Allowed() -> methods;
            case StrongerMethod(Wording ignored) ->
                methods.contains(ProofMethod.PASSKEY)
                        ? EnumSet.of(ProofMethod.PASSKEY)
                        : EnumSet.noneOf(ProofMethod.class);
            case Stopped ignored -> EnumSet.noneOf(ProofMethod.class);
        };
    }
}
