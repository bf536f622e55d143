package io.anju.kit.token;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wires the verifier with this service's name and the issuer it trusts. */
class TokenSetup {

    @Produces
    @Singleton
    TokenVerifier verifier(
            IdentityKeys keys,
            InstantSource clock,
            @ConfigProperty(name = "anju.issuer") String issuer,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return new TokenVerifier(keys, clock, issuer, service);
    }
}
