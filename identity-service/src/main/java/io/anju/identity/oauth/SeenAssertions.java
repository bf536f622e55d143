package io.anju.identity.oauth;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Which assertions of clients were used, until they expire. */
public interface SeenAssertions {

    /** False when it was used before; two at once wait for each other. */
    Uni<Boolean> use(Tx tx, String clientId, String jti, Instant expiresAt);
}
