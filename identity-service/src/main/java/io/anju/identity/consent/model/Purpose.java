package io.anju.identity.consent.model;

import io.anju.identity.model.Wording;
import io.anju.kernel.result.Result;
import java.util.List;
import java.util.Optional;

/**
 * Why personal data is used, a versioned row of the catalogue. What PIPL art. 17 wants said before anything is decided.
 *
 * @param channels ways, or named recipients (art. 23), each of which is consented to by itself; empty when the purpose
 *     has none
 * @param data what is used
 * @param method how it is used
 * @param necessity for sensitive data: why it is needed and what it does to the customer (art. 30); empty for other data
 * @param keepYears how long
 */
public record Purpose(
        String code,
        int version,
        LegalBasis legalBasis,
        List<String> channels,
        Wording data,
        Wording title,
        Wording method,
        Optional<Wording> necessity,
        int keepYears) {

    /**
     * The grounds of PIPL art. 13, in its order. What a contract or a law needs asks no consent, so servicing goes on
     * after a withdrawal.
     */
    public enum LegalBasis {
        CONSENT,
        CONTRACT,
        LEGAL_DUTY,
        EMERGENCY,
        PUBLIC_INTEREST_NEWS,
        PUBLISHED_BY_SUBJECT,
        OTHER_LAW
    }

    public Purpose {
        channels = List.copyOf(channels);
    }

    /** Whether a customer decides about this purpose by this channel. Separate for each: nothing is bundled. */
    public Result<Subject, ConsentRefusal> decidedOn(String channel) {
        if (!asksConsent()) {
            return Result.refused(new ConsentRefusal.NeedsNoConsent(code, legalBasis));
        }
        boolean fits = channels.isEmpty() ? channel.isEmpty() : channels.contains(channel);
        return fits
                ? Result.ok(new Subject(code, version, channel))
                : Result.refused(new ConsentRefusal.ChannelUnknown(code, channel, channels));
    }

    /** Whether it rests on the customer's word. */
    public boolean asksConsent() {
        return legalBasis == LegalBasis.CONSENT;
    }

    /**
     * What exactly a decision is about.
     *
     * @param channel empty when the purpose has none
     */
    public record Subject(String purpose, int version, String channel) {}
}
