package io.anju.identity.verification;

import io.anju.identity.verification.model.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a right proof gives. */
public sealed interface Proved {

    /** The second key. */
    record Minted(String token, UUID tokenId, Instant expiresAt) implements Proved {}

    /**
     * Its token can be fetched later.
     *
     * @param notice to be sent once all is kept; none for a member of staff
     */
    record Waiting(Verification.Delayed delayed, Optional<OpenedVerification.Sms> notice) implements Proved {}
}
