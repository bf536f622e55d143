package io.anju.identity.rule.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a rule is not changed. */
public sealed interface RuleRefusal extends Refusal {

    /** There is none. */
    record NotFound() implements RuleRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Another version of this rule is proposed already: decide on that first. */
    record ChangeUnderWay(String name) implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_CHANGE_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("name", name);
        }
    }

    /** More rules than a decision has time for. */
    record TooMany(int most) implements RuleRefusal {
        @Override
        public String code() {
            return "RULES_TOO_MANY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }

    /** It takes two. */
    record ApprovedByProposer() implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_APPROVED_BY_PROPOSER";
        }
    }

    /** Nobody has tried it against what was decided, or too long ago. */
    record NotTried() implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_NOT_TRIED";
        }
    }

    /** It is no proposal, or not any more. */
    record NotProposed(String state) implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_NOT_PROPOSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** It is not live. */
    record NotLive(String state) implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_NOT_LIVE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** There was none before it. */
    record NothingBefore() implements RuleRefusal {
        @Override
        public String code() {
            return "RULE_NOTHING_BEFORE";
        }
    }
}
