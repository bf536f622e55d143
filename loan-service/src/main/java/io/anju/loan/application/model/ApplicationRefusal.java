package io.anju.loan.application.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Why something is not done with an application. */
public sealed interface ApplicationRefusal extends Refusal {

    /** No such application, or somebody else's: the answer does not tell which. */
    record NotFound() implements ApplicationRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The state does not allow the act; says what it allows. */
    record NotPossible(Act act, State state) implements ApplicationRefusal {
        @Override
        public String code() {
            return "NOT_POSSIBLE_IN_STATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "act",
                    act.name(),
                    "state",
                    state.name(),
                    "possible",
                    state.possible().stream().map(Act::name).toList());
        }
    }

    /** The customer keeps as many drafts as anyone may. */
    record TooManyDrafts(int maximum) implements ApplicationRefusal {
        @Override
        public String code() {
            return "TOO_MANY_DRAFTS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("maximum", maximum);
        }
    }

    /** Not ready to be submitted; names everything that is missing. */
    record Incomplete(List<Gap> gaps) implements ApplicationRefusal {
        public Incomplete {
            gaps = List.copyOf(gaps);
        }

        @Override
        public String code() {
            return "APPLICATION_INCOMPLETE";
        }
    }

    /** No consent to a credit check stands. */
    record ConsentMissing() implements ApplicationRefusal {
        @Override
        public String code() {
            return "CREDIT_CHECK_CONSENT_MISSING";
        }
    }

    /** Another officer works on the case. */
    record ClaimedByAnother(Instant until) implements ApplicationRefusal {
        @Override
        public String code() {
            return "CLAIMED_BY_ANOTHER";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("until", until.toString());
        }
    }

    /** The second person has nothing to decide on yet. */
    record NotRecommended() implements ApplicationRefusal {
        @Override
        public String code() {
            return "NOT_RECOMMENDED";
        }
    }

    /** The first person's advice is to decline: the second alone does not approve. */
    record AdvisedAgainst() implements ApplicationRefusal {
        @Override
        public String code() {
            return "RECOMMENDED_TO_DECLINE";
        }
    }

    /** Who recommends does not decide. */
    record SamePerson() implements ApplicationRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** Who had a part in the decision that an appeal has undone has none in the next. */
    record Recused() implements ApplicationRefusal {
        @Override
        public String code() {
            return "RECUSED";
        }
    }

    /** A rule that binds an approval is not met. */
    record RulesNotMet(List<String> reasons) implements ApplicationRefusal {
        public RulesNotMet {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String code() {
            return "RULES_NOT_MET";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reasons", reasons);
        }
    }

    /** Money waits for the mortgage. */
    record MortgageNotRegistered() implements ApplicationRefusal {
        @Override
        public String code() {
            return "MORTGAGE_NOT_REGISTERED";
        }
    }

    /** Money waits for the borrower to have confirmed what it costs. */
    record CostSheetNotConfirmed() implements ApplicationRefusal {
        @Override
        public String code() {
            return "COST_SHEET_NOT_CONFIRMED";
        }
    }

    /** The approval's price holds no longer. */
    record ApprovalLapsed(LocalDate lastDay) implements ApplicationRefusal {
        @Override
        public String code() {
            return "APPROVAL_LAPSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("lastDay", lastDay.toString());
        }
    }

    /** The bank took its contract back; the bank has to offer the next one. */
    record ContractTakenBack() implements ApplicationRefusal {
        @Override
        public String code() {
            return "CONTRACT_TAKEN_BACK";
        }
    }

    /** What the borrower was shown is not what the sheet says. */
    record CostSheetChanged(AnnualRate actual, AnnualRate shown) implements ApplicationRefusal {
        @Override
        public String code() {
            return "COST_SHEET_CHANGED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("actual", actual.text(), "shown", shown.text());
        }
    }
}
