package io.anju.contract.registration.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says about a registration, by callback or when asked.
 *
 * @param state its word: PENDING, REGISTERED, REJECTED or RELEASED
 */
public record RegistryNews(
        String registryId,
        String state,
        @Nullable String certificateNumber,
        @Nullable String reason) {

    /** The registration after this news; empty when it is no news, as when a callback comes twice. */
    public Optional<Registration> applyTo(Registration registration, Instant at) {
        return switch (registration) {
            case Registration.Pending pending -> fromPending(pending, at);
            case Registration.Releasing releasing ->
                state.equals("RELEASED") ? Optional.of(releasing.released(at)) : Optional.empty();
            case Registration.Registered _, Registration.Released _, Registration.Rejected _ -> Optional.empty();
        };
    }

    private Optional<Registration> fromPending(Registration.Pending pending, Instant at) {
        if (state.equals("REGISTERED") && certificateNumber != null) {
            return Optional.of(pending.register(certificateNumber, at));
        }
        if (state.equals("REJECTED")) {
            return Optional.of(pending.reject(reason == null ? "UNKNOWN" : reason));
        }
        return Optional.empty();
    }
}
