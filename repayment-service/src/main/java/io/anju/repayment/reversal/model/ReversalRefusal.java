package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why a posted payment is not taken back. */
public sealed interface ReversalRefusal extends Refusal {

    /** No such loan, no such transfer of it, or no such reversal. */
    record NotFound(UUID id) implements ReversalRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /**
     * Nothing is owed of any loan of the contract, and whoever releases liens was told so when the last one was repaid: the
     * certificate is sealed and the registry is asked at once, and neither is called back.
     */
    record ContractSettled(UUID contract, LocalDate settledOn) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_CONTRACT_SETTLED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("contract", contract, "settledOn", settledOn);
        }
    }

    /** No payment: a payout, or itself a correction. */
    record NotAPayment(String kind) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_NOT_A_PAYMENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("kind", kind);
        }
    }

    /** It was taken back, or somebody has proposed to. */
    record AlreadyReversed(UUID reversal) implements ReversalRefusal {
        @Override
        public String code() {
            return "PAYMENT_REVERSED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reversal", reversal);
        }
    }

    /** It is not kept what it, or another of the loan, was used for: they are from before that was kept. */
    record NotTraced(UUID transfer) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_NOT_TRACED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("transfer", transfer);
        }
    }

    /** What happened later was worked out with it: a prepayment, a change, a new rate, an instalment paid ahead. */
    record StoodOn(List<String> events) implements ReversalRefusal {

        public StoodOn {
            events = List.copyOf(events);
        }

        @Override
        public String code() {
            return "REVERSAL_STOOD_ON";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("events", events);
        }
    }

    /** Without it less would have been owed than was paid, or waived, since then; fen. */
    record MoreThanOwed(long left) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_MORE_THAN_OWED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("left", left);
        }
    }

    /** A debit of this loan is under way, or its figures are held: for an amendment, a prepayment. */
    record UnderWay(UUID loan) implements ReversalRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }
    }

    /** Whoever proposes does not decide. */
    record SamePerson() implements ReversalRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** It has been decided. */
    record AlreadyDecided(UUID reversal) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_DECIDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reversal", reversal);
        }
    }
}
