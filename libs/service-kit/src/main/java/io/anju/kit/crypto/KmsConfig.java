package io.anju.kit.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The key management service, for those whose keys are wrapped by one; see {@link Kms}. */
@ConfigMapping(prefix = "anju.kms")
interface KmsConfig {

    /** Where it is; {@code https}, unless on a laptop: a start in production refuses another. */
    Optional<URI> url();

    /** The name of this service's key there. */
    Optional<String> key();

    /** The file of the token that it knows this service by; read at each call, so that it may be changed. */
    Optional<Path> tokenFile();

    /**
     * The TLS configuration, {@code quarkus.tls.NAME.*}: the certificate with which this service shows who it is, beside its
     * token, and those it trusts. Empty: no certificate of its own, and those that the JDK trusts.
     */
    Optional<String> tlsConfigurationName();

    /** How long one call may take. */
    @WithDefault("3s")
    Duration timeout();
}
