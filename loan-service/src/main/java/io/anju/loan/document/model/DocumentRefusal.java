package io.anju.loan.document.model;

import io.anju.kernel.result.Refusal;
import io.anju.loan.application.model.State;
import java.util.Map;

/** Why a document is not taken or not shown. */
public sealed interface DocumentRefusal extends Refusal {

    /** No such application or document, or not for this caller: the answer does not tell which. */
    record NotFound() implements DocumentRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The application takes no documents in its state. */
    record NotPossible(State state) implements DocumentRefusal {
        @Override
        public String code() {
            return "NO_DOCUMENTS_IN_STATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state.name());
        }
    }

    /** The content is none of the formats taken, whatever its name says. */
    record WrongType() implements DocumentRefusal {
        @Override
        public String code() {
            return "DOCUMENT_TYPE_REFUSED";
        }
    }

    /** Larger than the limit; bytes. */
    record TooLarge(long maximum) implements DocumentRefusal {
        @Override
        public String code() {
            return "DOCUMENT_TOO_LARGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("maximum", maximum);
        }
    }

    /** All that the customer keeps here is as much as it may be; bytes. */
    record SpaceUsed(long maximum) implements DocumentRefusal {
        @Override
        public String code() {
            return "DOCUMENT_SPACE_USED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("maximum", maximum);
        }
    }

    /** The bank has no room for it just now; nothing that the sender could mend. */
    record NoRoom() implements DocumentRefusal {
        @Override
        public String code() {
            return "DOCUMENT_STORE_FULL";
        }
    }

    /** The application holds as many documents as it may. */
    record TooMany(int maximum) implements DocumentRefusal {
        @Override
        public String code() {
            return "TOO_MANY_DOCUMENTS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("maximum", maximum);
        }
    }
}
