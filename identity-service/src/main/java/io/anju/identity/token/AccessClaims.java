package io.anju.identity.token;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What an access token says (RFC 9068).
 *
 * @param subject UUID of a person, or the name of a service or agency
 * @param audience {@code anju-api}, or one service
 * @param clientId the OAuth client it is given to
 * @param scopes what the token may be used for; see {@code Standing}
 * @param signIn how and when the person signed in; empty for clients' own tokens
 * @param actor the service that acts for the subject (RFC 8693 §4.1), if any
 * @param key thumbprint of the key without which the token opens nothing (RFC 9449 §6.1); empty for a bearer token
 */
public record AccessClaims(
        String subject,
        String audience,
        String clientId,
        Set<String> roles,
        Set<String> scopes,
        Level level,
        Optional<SignIn> signIn,
        Optional<String> actor,
        Optional<String> key) {

    /** The audience of tokens that the gateway takes from people. */
    public static final String API = "anju-api";

    public AccessClaims {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Those of a bearer token. */
    public AccessClaims(
            String subject,
            String audience,
            String clientId,
            Set<String> roles,
            Set<String> scopes,
            Level level,
            Optional<SignIn> signIn,
            Optional<String> actor) {
        this(subject, audience, clientId, roles, scopes, level, signIn, actor, Optional.empty());
    }

    /** The same, bound to the key of this thumbprint where there is one. */
    public AccessClaims boundTo(Optional<String> thumbprint) {
        return new AccessClaims(subject, audience, clientId, roles, scopes, level, signIn, actor, thumbprint);
    }

    /** How the token may be used, as a token's answer says it (RFC 6749 §7.1, RFC 9449 §5). */
    public String tokenType() {
        return key.isPresent() ? "DPoP" : "Bearer";
    }

    /** The scopes as RFC 6749 §3.3 writes them. */
    public String scope() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** Claims {@code amr}, {@code auth_time} and {@code sid}. */
    public record SignIn(ProofMethod method, Instant at, UUID sessionId) {}
}
