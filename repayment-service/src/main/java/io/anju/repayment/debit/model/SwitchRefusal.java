package io.anju.repayment.debit.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a loan's automatic debit is not stopped or started. */
public sealed interface SwitchRefusal extends Refusal {

    /** No such loan of this customer. */
    record NoSuchLoan(UUID loan) implements SwitchRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Nothing of it falls due any more. */
    record LoanOver(UUID loan) implements SwitchRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loan);
        }
    }

    /** Nothing would pay the loan by itself any more. The customer may go on, knowing it. */
    record LeavesLoanWithoutWayToPay(UUID loan) implements SwitchRefusal {
        @Override
        public String code() {
            return "AUTOMATIC_DEBIT_IS_WAY_TO_PAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loan, "acknowledge", "acknowledged=true");
        }
    }
}
