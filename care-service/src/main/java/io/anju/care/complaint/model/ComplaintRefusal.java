package io.anju.care.complaint.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Why a step of a complaint is not taken. */
public sealed interface ComplaintRefusal extends Refusal {

    /** Whoever had a part in the matter does not decide on it. */
    record Recused() implements ComplaintRefusal {
        @Override
        public String code() {
            return "RECUSED";
        }
    }

    /** More time takes another person than the one who took the first. */
    record SecondPersonNeeded() implements ComplaintRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }
    }

    /** Answered or withdrawn: it goes no further. */
    record Closed() implements ComplaintRefusal {
        @Override
        public String code() {
            return "COMPLAINT_CLOSED";
        }
    }

    /** The law gives no more time. */
    record NoMoreTime() implements ComplaintRefusal {
        @Override
        public String code() {
            return "NO_MORE_TIME";
        }
    }

    /** The deadline has gone by: it is answered late, and seen to be. */
    record Overdue(LocalDate dueOn) implements ComplaintRefusal {
        @Override
        public String code() {
            return "COMPLAINT_OVERDUE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("dueDate", dueOn.toString());
        }
    }

    /** The customer knows of no such contact. */
    record UnknownContact(UUID contact) implements ComplaintRefusal {
        @Override
        public String code() {
            return "CONTACT_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("contact", contact);
        }
    }

    /** There is no such complaint for whoever asks. */
    record Unknown() implements ComplaintRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }
}
