package io.anju.identity.disclosure.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Every reason for which personal data is not handed over. */
public sealed interface DisclosureRefusal extends Refusal {

    /** The reader has no business with data for this purpose. */
    record PurposeNotGranted(String reader, String purpose) implements DisclosureRefusal {
        @Override
        public String code() {
            return "DISCLOSURE_NOT_GRANTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reader", reader, "purpose", purpose);
        }
    }

    /** The purpose rests on a consent that the customer has not given, or has taken back. */
    record ConsentMissing(String purpose, String channel) implements DisclosureRefusal {
        @Override
        public String code() {
            return "CONSENT_MISSING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel);
        }
    }

    /** No such customer. */
    record NotFound() implements DisclosureRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The customer has not proved a real name yet. */
    record NotVerified() implements DisclosureRefusal {
        @Override
        public String code() {
            return "CUSTOMER_NOT_VERIFIED";
        }
    }
}
