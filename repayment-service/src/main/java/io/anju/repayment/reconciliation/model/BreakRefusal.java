package io.anju.repayment.reconciliation.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a break stays as it is. */
public sealed interface BreakRefusal extends Refusal {

    /** There is none with this id. */
    record NoSuchBreak(UUID id) implements BreakRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", id);
        }
    }

    /** It is over. */
    record AlreadyResolved(UUID id) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_RESOLVED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", id);
        }
    }

    /** It is somebody else's, or still nobody's. */
    record NotYours(String owner) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_NOT_YOURS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("owner", owner);
        }
    }

    /** This remedy does not end this break, as things stand. */
    record RemedyNotFitting(String remedy, String kind) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_REMEDY_NOT_FITTING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("remedy", remedy, "kind", kind);
        }
    }

    /** There is nothing to agree to. */
    record NothingProposed(UUID id) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_NOTHING_PROPOSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", id);
        }
    }

    /** Another remedy is proposed than the one that was agreed to. */
    record OtherRemedy(String seen, String proposed) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_OTHER_REMEDY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("seen", seen, "proposed", proposed);
        }
    }

    /** Whoever proposes that money is moved does not agree to it as well. */
    record SamePerson(UUID id) implements BreakRefusal {
        @Override
        public String code() {
            return "BREAK_SAME_PERSON";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", id);
        }
    }
}
