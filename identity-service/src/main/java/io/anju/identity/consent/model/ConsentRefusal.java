package io.anju.identity.consent.model;

import io.anju.kernel.result.Refusal;
import java.util.List;
import java.util.Map;

/** Every reason for which a decision is not taken. */
public sealed interface ConsentRefusal extends Refusal {

    /** No such purpose in the catalogue. */
    record PurposeUnknown(String purpose) implements ConsentRefusal {
        @Override
        public String code() {
            return "PURPOSE_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose);
        }
    }

    /** The purpose rests on a contract or a law. */
    record NeedsNoConsent(String purpose, Purpose.LegalBasis legalBasis) implements ConsentRefusal {
        @Override
        public String code() {
            return "PURPOSE_NEEDS_NO_CONSENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "legalBasis", legalBasis);
        }
    }

    /** The purpose is decided per channel, and this is none of them. */
    record ChannelUnknown(String purpose, String channel, List<String> known) implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_CHANNEL_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel, "known", known);
        }
    }

    /** There is no granted consent to withdraw. */
    record NotGranted(String purpose, String channel) implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_NOT_GRANTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel);
        }
    }
}
