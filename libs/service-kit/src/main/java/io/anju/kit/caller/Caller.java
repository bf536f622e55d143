package io.anju.kit.caller;

import io.anju.kit.verification.VerifiedAct;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is calling, as the verified access token says. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private @Nullable VerifiedAct verified;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The customer or staff member.
     *
     * @throws UnauthorizedException without a token, or with one of a service or agency, whose subject is a name
     */
    public UUID id() {
        try {
            return UUID.fromString(token().getSubject());
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedException(e);
        }
    }

    /** The token's subject as it stands: a UUID for people, a name for services and agencies. */
    public String subject() {
        return token().getSubject();
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Whether the token may be used for this (RFC 6749, section 3.3). */
    public boolean hasScope(String scope) {
        var granted = text(Objects.requireNonNullElse(token().<Object>getClaim("scope"), ""));
        return Arrays.asList(granted.split(" ")).contains(scope);
    }

    /** The OAuth client that the token was given to. */
    public String clientId() {
        return String.valueOf(token().<Object>getClaim("client_id"));
    }

    /** The service that acts for the caller (RFC 8693, section 4.1); empty when the caller came in person. */
    public Optional<String> actor() {
        return token().<Object>getClaim("act") instanceof Map<?, ?> act && act.get("sub") instanceof Object actor
                ? Optional.of(text(actor))
                : Optional.empty();
    }

    /** Level of assurance, {@code L0} to {@code L3}: registered, phone, real name, biometric bound. */
    public String level() {
        return String.valueOf(token().<Object>getClaim("acr"));
    }

    /** What the second key of this request was cut for; empty where the endpoint asks none. */
    public Optional<VerifiedAct> verification() {
        return Optional.ofNullable(verified);
    }

    /** Called once by the check of the verification token. */
    public void verified(VerifiedAct act) {
        this.verified = act;
    }

    /** The token itself, for exchange (RFC 8693) where a service acts for the caller. */
    public String rawToken() {
        return token().getRawToken();
    }

    // Claims within claims come as JSON values.
    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new UnauthorizedException();
    }
}
