package io.anju.identity.consent.model;

import io.anju.identity.model.Wording;
import io.anju.kernel.result.Result;
import java.util.List;

/**
 * Why personal data is used, a versioned row of the catalogue.
 *
 * @param channels ways, or named recipients, each of which is consented to by itself; empty when the purpose has none
 * @param data what is used
 * @param keepYears how long
 */
public record Purpose(
        String code,
        int version,
        LegalBasis legalBasis,
        List<String> channels,
        Wording data,
        Wording title,
        int keepYears) {

    /**
     * PIPL art. 13. What a contract or a law needs asks no consent, so servicing goes on after a withdrawal.
     */
    public enum LegalBasis {
        CONSENT,
        CONTRACT,
        LEGAL_DUTY
    }

    public Purpose {
        channels = List.copyOf(channels);
    }

    /** Whether a customer decides about this purpose by this channel. Separate for each: nothing is bundled. */
    public Result<Subject, ConsentRefusal> decidedOn(String channel) {
        if (legalBasis != LegalBasis.CONSENT) {
            return Result.refused(new ConsentRefusal.NeedsNoConsent(code, legalBasis));
        }
        boolean fits = channels.isEmpty() ? channel.isEmpty() : channels.contains(channel);
        return fits
                ? Result.ok(new Subject(code, version, channel))
                : Result.refused(new ConsentRefusal.ChannelUnknown(code, channel, channels));
    }

    /**
     * What exactly a decision is about.
     *
     * @param channel empty when the purpose has none
     */
    public record Subject(String purpose, int version, String channel) {}
}
