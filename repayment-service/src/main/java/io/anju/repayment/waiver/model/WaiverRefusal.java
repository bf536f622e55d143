package io.anju.repayment.waiver.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why late charges are not waived. */
public sealed interface WaiverRefusal extends Refusal {

    /** No such loan, or no such waiver of it. */
    record NotFound(UUID id) implements WaiverRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Not paid out yet, or repaid. */
    record LoanNotActive(UUID loan) implements WaiverRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** The instalment owes less than that for lateness; fen. */
    record MoreThanLate(int instalment, long late, long amount) implements WaiverRefusal {
        @Override
        public String code() {
            return "WAIVER_MORE_THAN_LATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment, "late", late, "amount", amount);
        }
    }

    /** A debit of this loan is under way, for the amount as it was. */
    record UnderWay(UUID loan) implements WaiverRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }
    }

    /** Whoever proposes does not decide. */
    record SamePerson() implements WaiverRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** It has been decided. */
    record AlreadyDecided(UUID waiver) implements WaiverRefusal {
        @Override
        public String code() {
            return "WAIVER_DECIDED";
        }
    }
}
