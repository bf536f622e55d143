package io.anju.repayment.prepayment.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Why nothing is offered, or an offer is not honoured any more. */
public sealed interface PrepaymentRefusal extends Refusal {

    /** No such loan of this customer. */
    record NoSuchLoan(UUID loan) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Not paid out yet, or repaid. */
    record LoanNotActive(UUID loan) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** An instalment is unpaid, and is paid first. */
    record InstalmentUnpaid(int instalment) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_UNPAID";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** An order that rests on the loan's figures is under way. */
    record UnderWay(UUID loan) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }
    }

    /** Before today, or on the next due date or later. */
    record DateNotOffered(LocalDate date, LocalDate from, LocalDate to) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_DATE_NOT_OFFERED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date, "from", from, "to", to);
        }
    }

    /** Less than the product's minimum; fen. */
    record BelowMinimum(long minimum, long amount) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_BELOW_MINIMUM";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("minimum", minimum, "amount", amount);
        }
    }

    /** More than is outstanding; fen. */
    record AboveOutstanding(long outstanding, long settlement, long amount) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_ABOVE_OUTSTANDING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("outstanding", outstanding, "settlement", settlement, "amount", amount);
        }
    }

    /** No such quote for this loan. */
    record NoSuchQuote(UUID quote) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "QUOTE_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote);
        }
    }

    /** Its day is over. */
    record QuoteExpired(UUID quote, LocalDate validUntil) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "QUOTE_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote, "validUntil", validUntil);
        }
    }

    /** Something has happened to the loan since it was made: an instalment, a new rate, another prepayment. */
    record QuoteOvertaken(UUID quote) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "QUOTE_OVERTAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote);
        }
    }

    /** It was taken already. */
    record QuoteTaken(UUID quote) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "QUOTE_TAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote);
        }
    }

    /** No card to debit. */
    record NoCard() implements PrepaymentRefusal {
        @Override
        public String code() {
            return "CARD_NOT_BOUND";
        }
    }
}
