package io.anju.identity.consent.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
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

    /** Asking for what is granted. */
    record GrantedAlready(String purpose, String channel) implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_GRANTED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel);
        }
    }

    /** The customer has said no, and is not asked again. */
    record RefusedBefore(String purpose, String channel, Instant refusedAt) implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_REFUSED_BEFORE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "channel", channel, "refusedAt", refusedAt);
        }
    }

    /** The customer was not asked this, or it was somebody else. */
    record PromptUnknown() implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_PROMPT_UNKNOWN";
        }
    }

    /** Asked once, answered once; what the customer decides later needs no asking. */
    record PromptAnswered() implements ConsentRefusal {
        @Override
        public String code() {
            return "CONSENT_PROMPT_ANSWERED";
        }
    }

    /** What was shown to the customer is no longer what the consent would be for. */
    record PurposeChanged(String purpose, int shown, int current) implements ConsentRefusal {
        @Override
        public String code() {
            return "PURPOSE_CHANGED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("purpose", purpose, "shown", shown, "current", current);
        }
    }
}
