package io.anju.identity.consent.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.consent.Consents;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.consent.model.Stance;
import io.anju.kernel.result.Result;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every purpose for which data is used, and where the customer stands. */
@RegisterForReflection
public record ConsentOverview(List<PurposeBody> items) {

    /**
     * A purpose.
     *
     * @param title why, in the caller's language
     * @param data what is used
     * @param method how it is used
     * @param necessity of sensitive data: why it is needed and what it does to the customer (PIPL art. 30)
     * @param keepYears how long
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record PurposeBody(
            String purpose,
            int version,
            Purpose.LegalBasis legalBasis,
            String title,
            String data,
            String method,
            @Nullable String necessity,
            int keepYears,
            List<Standing> consents) {

        static PurposeBody of(Purpose purpose, List<Standing> consents, String language) {
            return new PurposeBody(
                    purpose.code(),
                    purpose.version(),
                    purpose.legalBasis(),
                    purpose.title().in(language),
                    purpose.data().in(language),
                    purpose.method().in(language),
                    purpose.necessity().map(words -> words.in(language)).orElse(null),
                    purpose.keepYears(),
                    consents);
        }
    }

    /**
     * Where the customer stands; absent members mean that nothing was decided yet.
     *
     * @param channel empty where the purpose has none
     * @param granted whether data is used; a grant of an older version is not one of this
     * @param version of the purpose that was decided on
     * @param mayAsk whether the app may ask; after a clear no only the customer begins
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Standing(
            String channel,
            boolean granted,
            Receipt.@Nullable Decision decision,
            @Nullable Integer version,
            @Nullable Instant decidedAt,
            @Nullable UUID receiptId,
            boolean mayAsk) {

        static Standing of(Stance stance) {
            var last = stance.last();
            return new Standing(
                    stance.subject().channel(),
                    stance.granted(),
                    last.map(Receipt::decision).orElse(null),
                    last.map(receipt -> receipt.subject().version()).orElse(null),
                    last.map(Receipt::at).orElse(null),
                    last.map(Receipt::id).orElse(null),
                    stance.ask() instanceof Result.Ok);
        }
    }

    static ConsentOverview of(Consents.Overview overview, String language) {
        return new ConsentOverview(overview.purposes().stream()
                .map(purpose -> PurposeBody.of(purpose, standings(purpose, overview.current()), language))
                .toList());
    }

    private static List<Standing> standings(Purpose purpose, List<Receipt> current) {
        if (!purpose.asksConsent()) {
            return List.of();
        }
        List<String> channels = purpose.channels().isEmpty() ? List.of("") : purpose.channels();
        return channels.stream()
                .map(channel -> new Purpose.Subject(purpose.code(), purpose.version(), channel))
                .map(subject -> Standing.of(new Stance(subject, latest(subject, current))))
                .toList();
    }

    private static Optional<Receipt> latest(Purpose.Subject subject, List<Receipt> current) {
        return current.stream()
                .filter(receipt -> receipt.subject().purpose().equals(subject.purpose())
                        && receipt.subject().channel().equals(subject.channel()))
                .findFirst();
    }
}
