package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Refusal;
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
     * The loan is repaid, its settlement is certified and its lien may be released: what is owed after all is claimed
     * outside of it.
     */
    record LoanSettled(UUID loan) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_LOAN_SETTLED";
        }
    }

    /** No payment of instalments: a payout, a prepayment, or itself a correction. */
    record NotAnInstalment(String kind) implements ReversalRefusal {
        @Override
        public String code() {
            return "REVERSAL_NOT_AN_INSTALMENT";
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
