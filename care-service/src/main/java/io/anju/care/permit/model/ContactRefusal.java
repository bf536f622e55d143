package io.anju.care.permit.model;

import io.anju.care.calendar.model.DayKind;
import io.anju.kernel.result.Refusal;
import java.time.LocalTime;
import java.util.Map;

/**
 * Why a contact is not permitted.
 *
 * <p>The evidence is what an agency may know: the rule, not the customer's affairs. When a complaint was opened or what
 * another agency did is the customer's business.
 */
public sealed interface ContactRefusal extends Refusal {

    /** The agency's vetting, licence, confidentiality agreement or training does not hold, or it is suspended. */
    record AgencyNotInStanding(String reason) implements ContactRefusal {
        @Override
        public String code() {
            return "AGENCY_NOT_IN_STANDING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reason", reason);
        }
    }

    /** The account is erased or its holder deceased. */
    record CustomerGone() implements ContactRefusal {
        @Override
        public String code() {
            return "CUSTOMER_GONE";
        }
    }

    /** A complaint is open: contact stops until it is answered. */
    record ComplaintOpen() implements ContactRefusal {
        @Override
        public String code() {
            return "COMPLAINT_OPEN";
        }
    }

    /** The customer has said: not again, not this way. */
    record DoNotContact(ContactPurpose purpose, ContactChannel channel) implements ContactRefusal {
        @Override
        public String code() {
            return "DO_NOT_CONTACT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel);
        }
    }

    /** No consent for this purpose by this channel: never given, withdrawn, or too old. */
    record NoConsent(ContactPurpose purpose, ContactChannel channel, Lack lack) implements ContactRefusal {

        /** What is missing. */
        public enum Lack {
            NEVER_GIVEN,
            WITHDRAWN,
            TOO_OLD
        }

        @Override
        public String code() {
            return "NO_CONSENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel, "lack", lack);
        }
    }

    /**
     * The planned time lies outside the purpose's hours, or on a day off that it excludes.
     *
     * @param day why the day itself is excluded; ORDINARY when it is not
     */
    record QuietHours(LocalTime allowedFrom, LocalTime allowedUntil, DayKind day) implements ContactRefusal {
        @Override
        public String code() {
            return "QUIET_HOURS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "allowedFrom",
                    allowedFrom.toString(),
                    "allowedUntil",
                    allowedUntil.toString(),
                    "publicHoliday",
                    day == DayKind.PUBLIC_HOLIDAY,
                    "holidaysAnnounced",
                    day != DayKind.NOT_ANNOUNCED);
        }
    }

    /** One more contact would be one too many. */
    record CapReached(ContactCap.Scope scope, int most, int days) implements ContactRefusal {
        @Override
        public String code() {
            return "CAP_REACHED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("scope", scope, "most", most, "days", days);
        }
    }
}
