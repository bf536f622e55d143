package io.anju.repayment.account.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a whole statement is not written. */
public sealed interface StatementRefusal extends Refusal {

    /** No such loan of this customer. */
    record NoSuchLoan(UUID loan) implements StatementRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The span has more lines than one file holds: better none than one that is cut off. */
    record TooLong(int most) implements StatementRefusal {
        @Override
        public String code() {
            return "STATEMENT_TOO_LONG";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }
}
