package io.anju.identity.consent.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.consent.Consents;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
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
     * @param keepYears how long
     */
    @RegisterForReflection
    public record PurposeBody(
            String purpose,
            int version,
            Purpose.LegalBasis legalBasis,
            String title,
            String data,
            int keepYears,
            List<Standing> consents) {}

    /**
     * Where the customer stands; absent members mean that nothing was decided yet.
     *
     * @param channel empty where the purpose has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Standing(
            String channel,
            boolean granted,
            Receipt.@Nullable Decision decision,
            @Nullable Instant decidedAt,
            @Nullable UUID receiptId) {}

    static ConsentOverview of(Consents.Overview overview, String language) {
        return new ConsentOverview(overview.purposes().stream()
                .map(purpose -> new PurposeBody(
                        purpose.code(),
                        purpose.version(),
                        purpose.legalBasis(),
                        purpose.title().in(language),
                        purpose.data().in(language),
                        purpose.keepYears(),
                        standings(purpose, overview.current())))
                .toList());
    }

    private static List<Standing> standings(Purpose purpose, List<Receipt> current) {
        if (purpose.legalBasis() != Purpose.LegalBasis.CONSENT) {
            return List.of();
        }
        List<String> channels = purpose.channels().isEmpty() ? List.of("") : purpose.channels();
        return channels.stream()
                .map(channel -> standing(purpose.code(), channel, current))
                .toList();
    }

    private static Standing standing(String purpose, String channel, List<Receipt> current) {
        return current.stream()
                .filter(receipt -> receipt.subject().purpose().equals(purpose)
                        && receipt.subject().channel().equals(channel))
                .findFirst()
                .map(receipt ->
                        new Standing(channel, receipt.granted(), receipt.decision(), receipt.at(), receipt.id()))
                .orElseGet(() -> new Standing(channel, false, null, null, null));
    }
}
