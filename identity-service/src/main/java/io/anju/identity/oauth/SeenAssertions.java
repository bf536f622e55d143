package io.anju.identity.oauth;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Which assertions of clients were used, until they expire. */
public interface SeenAssertions {

    /**
     * Uses it, for good and at once: a transaction of its own, so that it stays used whatever becomes of the request. False
     * when it was used before; two at once wait for each other.
     */
    Uni<Boolean> use(String clientId, String jti, Instant expiresAt);
}
