package io.anju.identity.oauth;

import java.time.Instant;
import java.util.Optional;

/**
 * What a partner agency authenticates with.
 *
 * @param publicKey P-256, in PEM; empty for one whose key lies in the clients' folder
 * @param suspendedAt since when it gets no tokens; empty when it does
 */
public record AgencyCredential(
        String clientId, Optional<String> publicKey, Instant admittedAt, Optional<Instant> suspendedAt) {

    /** The same with another key. */
    public AgencyCredential withKey(String pem) {
        return new AgencyCredential(clientId, Optional.of(pem), admittedAt, suspendedAt);
    }

    /** The same, suspended or not. */
    public AgencyCredential suspended(Optional<Instant> since) {
        return new AgencyCredential(clientId, publicKey, admittedAt, since);
    }
}
