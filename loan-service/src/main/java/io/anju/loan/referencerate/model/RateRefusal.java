package io.anju.loan.referencerate.model;

import io.anju.kernel.result.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Why a rate is not published. */
public sealed interface RateRefusal extends Refusal {

    /** The officer who proposed it cannot confirm it. */
    record SamePerson() implements RateRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** Only who made a proposal takes it back; another officer rejects it. */
    record NotTheProposer() implements RateRefusal {
        @Override
        public String code() {
            return "NOT_THE_PROPOSER";
        }
    }

    /** Not a multiple of the step in which the rate is quoted. */
    record NotAStep(BigDecimal step, BigDecimal value) implements RateRefusal {
        @Override
        public String code() {
            return "RATE_NOT_A_STEP";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("step", step.toPlainString(), "value", value.toPlainString());
        }
    }

    /** History is not written backwards. */
    record NotAfterLast(LocalDate last, LocalDate date) implements RateRefusal {
        @Override
        public String code() {
            return "RATE_DATE_NOT_AFTER_LAST";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("last", last.toString(), "date", date.toString());
        }
    }

    /** More days ahead than any rate is known: the date is a slip. */
    record TooFarAhead(LocalDate latest, LocalDate date) implements RateRefusal {
        @Override
        public String code() {
            return "RATE_DATE_TOO_FAR_AHEAD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("latest", latest.toString(), "date", date.toString());
        }
    }

    /** It is published already. */
    record AlreadyPublished() implements RateRefusal {
        @Override
        public String code() {
            return "RATE_ALREADY_PUBLISHED";
        }
    }

    /** It was rejected or taken back. */
    record AlreadyEnded() implements RateRefusal {
        @Override
        public String code() {
            return "RATE_PROPOSAL_ENDED";
        }
    }
}
