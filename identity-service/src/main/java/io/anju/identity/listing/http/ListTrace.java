package io.anju.identity.listing.http;

import io.anju.identity.listing.Listings;
import io.anju.identity.listing.model.Listing;
import io.anju.identity.listing.model.Source;
import io.anju.identity.model.Phone;
import io.anju.identity.risk.Traces;
import io.anju.kit.http.Networks;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes on the list: by the decision in which it was seen, or by itself as a report names it. One of the two.
 *
 * @param decision in which it was seen, see {@code GET /staff/risk-decisions/{id}}
 * @param value a mainland mobile number for {@code PHONE}; an IP address for {@code ADDRESS}, of which the IPv6 /64 is
 *     taken, and for {@code PREFIX}, of which the IPv4 /24 or IPv6 /48 is taken. A device has no name outside and goes by its decision alone
 * @param days how long the rules know it
 */
@RegisterForReflection
public record ListTrace(
        @NotNull Listing.Kind kind,
        @Nullable UUID decision,
        @Size(max = 60) @Nullable String value,
        @NotBlank @Size(max = 300) String reason,
        @Min(1) @Max(365) int days) {

    Listings.Order order() {
        return new Listings.Order(kind, source(), reason, Duration.ofDays(days));
    }

    private Source source() {
        if (decision != null && value == null) {
            return new Source.Seen(decision);
        }
        if (decision == null && value != null) {
            return named(value.strip());
        }
        throw ProblemException.invalid(FieldError.of("decision", "ONE_OF_TWO"));
    }

    private Source named(String text) {
        return switch (kind) {
            case DEVICE -> throw ProblemException.invalid(FieldError.of("value", "DECISION_NEEDED"));
            case PHONE ->
                Phone.parse(text)
                        .map(Source.Number::new)
                        .orElseThrow(() -> ProblemException.invalid(FieldError.of("value", "PHONE_MALFORMED")));
            case ADDRESS, PREFIX -> {
                if (!Traces.isAddress(text)) {
                    throw ProblemException.invalid(FieldError.of("value", "ADDRESS_MALFORMED"));
                }
                yield new Source.Address(Networks.of(text));
            }
        };
    }

    @Override
    public String toString() {
        return "ListTrace of " + kind;
    }
}
