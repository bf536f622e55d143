package io.anju.identity.verification.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How old what opens an account is.
 *
 * @param accountSince when its owner registered or was employed
 * @param newestPasskeyAt when the newest passkey that can be used was enrolled
 * @param recoveredAt when somebody was last let back in at a counter
 */
public record Credentials(Instant accountSince, Optional<Instant> newestPasskeyAt, Optional<Instant> recoveredAt) {}
