package io.anju.repayment.disbursement;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a payout is not ordered anew, or not given up. */
public sealed interface DisbursementRefusal extends Refusal {

    /** There is no such loan. */
    record NoSuchLoan(UUID loanId) implements DisbursementRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** An order is under way; its outcome will come. */
    record UnderWay(UUID loanId) implements DisbursementRefusal {
        @Override
        public String code() {
            return "PAYOUT_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loanId);
        }
    }

    /** A payout has moved money, all of it or a part, though it has not succeeded; it has to come back first. */
    record NotReturned(UUID loanId) implements DisbursementRefusal {
        @Override
        public String code() {
            return "PAYOUT_NOT_RETURNED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loanId);
        }
    }

    /** It was given up. */
    record Cancelled(UUID loanId) implements DisbursementRefusal {
        @Override
        public String code() {
            return "PAYOUT_CANCELLED";
        }
    }

    /** That it is given up is proposed already, and waits for a second person. */
    record Proposed(UUID cancellation) implements DisbursementRefusal {
        @Override
        public String code() {
            return "PAYOUT_CANCELLATION_PROPOSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("cancellation", cancellation);
        }
    }

    /** No such proposal of this loan waits to be decided. */
    record NotProposed(UUID cancellation) implements DisbursementRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Whoever proposes does not decide. */
    record SamePerson() implements DisbursementRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** The money is with the payee. */
    record PaidOut(UUID loanId) implements DisbursementRefusal {
        @Override
        public String code() {
            return "LOAN_PAID_OUT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loanId);
        }
    }
}
