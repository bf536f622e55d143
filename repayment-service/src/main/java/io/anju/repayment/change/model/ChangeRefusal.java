package io.anju.repayment.change.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why nothing is offered, or an offer is not honoured any more. */
public sealed interface ChangeRefusal extends Refusal {

    /** No such loan of this customer. */
    record NoSuchLoan(UUID loan) implements ChangeRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Not paid out yet, repaid, or all of it billed. */
    record LoanNotActive(UUID loan) implements ChangeRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** A condition is not met; {@code checks} are all that were looked at. */
    record NotEligible(List<Check> checks) implements ChangeRefusal {

        public NotEligible {
            checks = List.copyOf(checks);
        }

        /** The conditions that are not met. */
        public List<String> unmet() {
            return checks.stream()
                    .filter(check -> !check.met())
                    .map(Check::rule)
                    .toList();
        }

        @Override
        public String code() {
            return "CHANGE_NOT_ELIGIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("checks", checks);
        }
    }

    /** The change makes no plan or no rate; {@code reason} is the rule's own code. */
    record NotPossible(String reason, Map<String, Object> facts) implements ChangeRefusal {

        public NotPossible {
            facts = Map.copyOf(facts);
        }

        @Override
        public String code() {
            return "CHANGE_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reason", reason, "facts", facts);
        }
    }

    /** No such quote of this kind for this loan. */
    record NoSuchQuote(UUID quote) implements ChangeRefusal {
        @Override
        public String code() {
            return "CHANGE_QUOTE_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote);
        }
    }

    /** It was taken already. */
    record QuoteTaken(UUID quote) implements ChangeRefusal {
        @Override
        public String code() {
            return "QUOTE_TAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote);
        }
    }

    /** No such rate request, or not of this loan. */
    record NoSuchRequest(UUID request) implements ChangeRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** One of this loan waits for officers already. */
    record RequestOpen(UUID request) implements ChangeRefusal {
        @Override
        public String code() {
            return "RATE_REQUEST_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("request", request);
        }
    }

    /** Nothing is left to decide. */
    record RequestDecided(UUID request) implements ChangeRefusal {
        @Override
        public String code() {
            return "RATE_REQUEST_DECIDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("request", request);
        }
    }

    /** The borrower does without it. */
    record RequestWithdrawn(UUID request) implements ChangeRefusal {
        @Override
        public String code() {
            return "RATE_REQUEST_WITHDRAWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("request", request);
        }
    }

    /** Nobody has recommended anything yet. */
    record RequestNotRecommended(UUID request) implements ChangeRefusal {
        @Override
        public String code() {
            return "RATE_REQUEST_NOT_RECOMMENDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("request", request);
        }
    }

    /** A change of this loan from the counter waits for its decision already. */
    record CounterChangeOpen(UUID change) implements ChangeRefusal {
        @Override
        public String code() {
            return "COUNTER_CHANGE_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("change", change);
        }
    }

    /** A change from the counter was decided before. */
    record CounterChangeDecided(UUID change) implements ChangeRefusal {
        @Override
        public String code() {
            return "COUNTER_CHANGE_DECIDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("change", change);
        }
    }

    /** Whoever recommends or opens does not decide. */
    record SamePerson() implements ChangeRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** It was good once, and is not honoured any more. */
    sealed interface QuoteEnded extends ChangeRefusal {

        /** The same asked for again, as it would be now; empty when nothing is offered. */
        Optional<ChangeOffer> fresh();

        /** This refusal with what is offered instead. */
        QuoteEnded withFresh(ChangeOffer offer);
    }

    /** Its last day is over. */
    record QuoteExpired(UUID quote, LocalDate validUntil, Optional<ChangeOffer> fresh) implements QuoteEnded {
        @Override
        public String code() {
            return "CHANGE_QUOTE_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote, "validUntil", validUntil);
        }

        @Override
        public QuoteExpired withFresh(ChangeOffer offer) {
            return new QuoteExpired(quote, validUntil, Optional.of(offer));
        }
    }

    /** Something has happened to the loan since; {@code happened} are the kinds of events, oldest first. */
    record QuoteOvertaken(UUID quote, List<String> happened, Optional<ChangeOffer> fresh) implements QuoteEnded {

        public QuoteOvertaken {
            happened = List.copyOf(happened);
        }

        @Override
        public String code() {
            return "CHANGE_QUOTE_OVERTAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("quote", quote, "happened", happened);
        }

        @Override
        public QuoteOvertaken withFresh(ChangeOffer offer) {
            return new QuoteOvertaken(quote, happened, Optional.of(offer));
        }
    }
}
