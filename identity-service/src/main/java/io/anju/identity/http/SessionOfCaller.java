package io.anju.identity.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session that the caller's access token belongs to. */
@RequestScoped
public class SessionOfCaller {

    private final SecurityIdentity identity;

    SessionOfCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty for tokens of services and agencies. */
    public Optional<UUID> id() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<Object>getClaim("sid"))
                        .map(Object::toString)
                        .map(UUID::fromString)
                : Optional.empty();
    }
}
