package io.anju.repayment.prepayment.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Everything is billed: nothing is left to repay early, and the oldest unpaid instalment is paid first. */
    record InstalmentUnpaid(UUID loan, int instalment) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_UNPAID";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment, "pay", "/api/v1/loans/" + loan + "/payments");
        }
    }

    /** An order that rests on the loan's figures, or a debit of one of its bills, is under way. */
    record UnderWay(UUID loan) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }
    }

    /** What falls due then is not entered yet, and the figures rest on it. */
    record NotCaughtUp(LocalDate since) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_CAUGHT_UP";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("since", since);
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

    /** Another amount than the offer's; fen. */
    record AmountDiffers(long total, long amount) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_AMOUNT_DIFFERS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("total", total, "amount", amount);
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

    /** It was good once, and is not honoured any more. */
    sealed interface QuoteEnded extends PrepaymentRefusal {

        /** The one that was asked for. */
        UUID quote();

        /** The same asked for again, as it would be now; empty when nothing is offered. */
        Optional<Offer> fresh();

        /** This refusal with what is offered instead. */
        QuoteEnded withFresh(Offer offer);
    }

    /** Its day is over. */
    record QuoteExpired(UUID quote, LocalDate validUntil, Optional<Offer> fresh) implements QuoteEnded {
        @Override
        public String code() {
            return "QUOTE_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote, "validUntil", validUntil);
        }

        @Override
        public QuoteExpired withFresh(Offer offer) {
            return new QuoteExpired(quote, validUntil, Optional.of(offer));
        }
    }

    /**
     * Something has happened to the loan since it was made: an instalment, a new rate, another prepayment; or what is overdue
     * is not owed as it was.
     *
     * @param happened the kinds of events since, oldest first; BILL_CHANGED where only a bill was paid in part or waived
     */
    record QuoteOvertaken(UUID quote, List<String> happened, Optional<Offer> fresh) implements QuoteEnded {

        public QuoteOvertaken {
            happened = List.copyOf(happened);
        }

        @Override
        public String code() {
            return "QUOTE_OVERTAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote, "happened", happened);
        }

        @Override
        public QuoteOvertaken withFresh(Offer offer) {
            return new QuoteOvertaken(quote, happened, Optional.of(offer));
        }
    }

    /** Its debit is under way, or it has ended: nothing is left to cancel. */
    record NotCancellable(UUID prepayment) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_NOT_CANCELLABLE";
        }
    }

    /** No such prepayment of this loan. */
    record NoSuchPrepayment(UUID prepayment) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
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
