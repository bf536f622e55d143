package io.anju.contract.signing.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Why a contract is not signed, a clause not confirmed, an ending not taken. */
public sealed interface SigningRefusal extends Refusal {
    /** It is not open for this any more, or not yet. */
    record NotOpen(String state) implements SigningRefusal {
        @Override
        public String code() {
            return "CONTRACT_NOT_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** The last day for signing has passed. */
    record ContractExpired(LocalDate expiresOn) implements SigningRefusal {
        @Override
        public String code() {
            return "CONTRACT_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiresOn", expiresOn);
        }
    }

    /** The hash is not this contract's. */
    record OtherDocument(String expected, String sent) implements SigningRefusal {
        @Override
        public String code() {
            return "OTHER_DOCUMENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expected", expected, "sent", sent);
        }
    }

    /** Important clauses are still unconfirmed. */
    record ClausesNotConfirmed(List<String> clauses) implements SigningRefusal {
        @Override
        public String code() {
            return "CLAUSES_NOT_CONFIRMED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clauses", clauses);
        }
    }

    /** The clause has no question to be answered. */
    record NotToBeConfirmed(String clause) implements SigningRefusal {
        @Override
        public String code() {
            return "CLAUSE_NOT_TO_BE_CONFIRMED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clause", clause);
        }
    }

    /** The clause was not on the screen long enough to be read, in seconds. */
    record ShownTooBriefly(String clause, int secondsMin, int seconds) implements SigningRefusal {
        @Override
        public String code() {
            return "CLAUSE_SHOWN_TOO_BRIEFLY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clause", clause, "secondsMin", secondsMin, "seconds", seconds);
        }
    }

    /** The clause cannot have been on the screen then: it was not written yet, or the answer came before the end. */
    record ShownOutOfTime(String clause, Instant draftedAt, Instant now) implements SigningRefusal {
        @Override
        public String code() {
            return "CLAUSE_SHOWN_OUT_OF_TIME";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clause", clause, "draftedAt", draftedAt, "now", now);
        }
    }

    /** So many answers to the clause are kept and no more. */
    record AnsweredTooOften(String clause, int most) implements SigningRefusal {
        @Override
        public String code() {
            return "CLAUSE_ANSWERED_TOO_OFTEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clause", clause, "most", most);
        }
    }

    /** No such option. */
    record NoSuchAnswer(String clause, List<String> options) implements SigningRefusal {
        @Override
        public String code() {
            return "NO_SUCH_ANSWER";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clause", clause, "options", options);
        }
    }
}
