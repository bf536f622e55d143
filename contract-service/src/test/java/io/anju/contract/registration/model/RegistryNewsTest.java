package io.anju.contract.registration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final UUID LOAN = UUID.randomUUID();
    private static final Registration.Pending PENDING = new Registration.Pending(new Registration.Facts(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "r-1", 1, NOW));

    private static Optional<Registration> hear(
            Registration registration, String state, @Nullable String certificate, @Nullable String reason) {
        return new RegistryNews("r-1", state, certificate, reason).applyTo(registration, NOW);
    }

    @Test
    void aPendingRegistrationIsRegisteredWithItsCertificate() {
        assertEquals(Optional.of(PENDING.register("c-1", NOW)), hear(PENDING, "REGISTERED", "c-1", null));
    }

    @Test
    void withoutCertificateItIsNotRegistered() {
        assertEquals(Optional.empty(), hear(PENDING, "REGISTERED", null, null));
    }

    @Test
    void aPendingRegistrationMayBeRejected() {
        assertEquals(
                Optional.of(PENDING.reject("PROPERTY_SEIZED")), hear(PENDING, "REJECTED", null, "PROPERTY_SEIZED"));
    }

    @Test
    void theSameNewsAgainIsNone() {
        assertEquals(Optional.empty(), hear(PENDING.register("c-1", NOW), "REGISTERED", "c-2", null));
    }

    @Test
    void nothingIsReleasedThatNobodyAskedToRelease() {
        assertEquals(Optional.empty(), hear(PENDING.register("c-1", NOW), "RELEASED", "c-1", null));
    }

    @Test
    void whatIsToBeReleasedIsReleasedOnce() {
        Registration.Releasing releasing = PENDING.register("c-1", NOW).release(Optional.of(LOAN));
        Registration released = releasing.released(NOW);

        assertEquals(Optional.of(released), hear(releasing, "RELEASED", "c-1", null));
        assertEquals(Optional.empty(), hear(released, "RELEASED", "c-1", null));
    }
}
