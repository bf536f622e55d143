package io.anju.identity.passkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** The relying party. */
@ConfigMapping(prefix = "anju.identity.passkey")
public interface PasskeyConfig {

    /** Registrable domain that passkeys are bound to; changing it makes every passkey useless. */
    @WithDefault("localhost")
    String rpId();

    /** Shown by the authenticator. */
    @WithDefault("Anju")
    String rpName();

    /** Origins of the pages and apps that may use them. */
    @WithDefault("http://localhost:8080")
    Set<String> origins();

    /** How long the person has. */
    @WithDefault("5m")
    Duration timeout();

    /** Passkeys that one person may have. */
    @WithDefault("10")
    int most();

    /** What the makers of authenticators are asked about them. */
    AttestationConfig attestation();
}
