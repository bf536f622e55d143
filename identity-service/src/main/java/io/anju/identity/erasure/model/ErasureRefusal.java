package io.anju.identity.erasure.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every reason for which an account stays, or a hold is not placed or lifted. */
public sealed interface ErasureRefusal extends Refusal {

    /** An application is under way or a loan lives: the contract needs the account. */
    record LoanLives(List<Relation.Tie> ties) implements ErasureRefusal {
        @Override
        public String code() {
            return "ERASURE_LOAN_LIVES";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("ties", ties);
        }
    }

    /** A legal hold. What it is about is not the customer's to know. */
    record Held(Instant since) implements ErasureRefusal {
        @Override
        public String code() {
            return "ERASURE_LEGAL_HOLD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("since", since);
        }
    }

    /** Nobody of whom anything could be held back. */
    record CustomerUnknown() implements ErasureRefusal {
        @Override
        public String code() {
            return "CUSTOMER_UNKNOWN";
        }
    }

    /** Whoever proposed does not agree to it as the second person. */
    record SameHands() implements ErasureRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }
    }

    /** Nothing about this hold waits for a second person, or it waited too long. */
    record NothingProposed() implements ErasureRefusal {
        @Override
        public String code() {
            return "LEGAL_HOLD_NOTHING_PROPOSED";
        }
    }

    /** No such hold in force. */
    record NotFound() implements ErasureRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }
}
