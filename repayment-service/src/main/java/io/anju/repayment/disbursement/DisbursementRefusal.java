package io.anju.repayment.disbursement;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a payout is not ordered anew. */
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
