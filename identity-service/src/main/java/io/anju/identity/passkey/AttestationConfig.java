package io.anju.identity.passkey;

import io.anju.identity.passkey.model.Attestation;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the makers of authenticators are asked about them, and what becomes of the answer.
 *
 * <p>An installation that lets in certain makes of authenticator alone sets {@code conveyance=direct},
 * {@code untrusted=refuse}, leaves {@code none} out of {@code formats} and gives the makers' certificates.
 */
public interface AttestationConfig {

    /** What the browser is asked for: WebAuthn Level 3 §5.4.7. */
    enum Conveyance {
        /** Nothing; a browser takes out what the authenticator gave nevertheless. */
        NONE,
        /** The statement as the authenticator made it. */
        DIRECT
    }

    /** What becomes of a passkey for which nobody vouches whom this installation believes. */
    enum Untrusted {
        /** It is enrolled as one that has no attestation, and shown as such. */
        ACCEPT,
        /** It is not enrolled: PASSKEY_ATTESTATION_UNTRUSTED. */
        REFUSE
    }

    /** What the browser is asked for. */
    @WithDefault("none")
    Conveyance conveyance();

    /** Statement formats that are taken; any other is PASSKEY_ATTESTATION_FORMAT_REFUSED. */
    @WithDefault("none,packed,tpm,android-key,apple")
    Set<Attestation.Format> formats();

    /**
     * Folder of the makers' certificates: in it a folder for each format ({@code packed}, {@code tpm},
     * {@code android-key}, {@code apple}) with PEM files, so that one maker's root does not vouch in another's format.
     * Read at the start. Without it nothing is trusted.
     */
    Optional<Path> trustAnchors();

    /** What becomes of self attestation and of certificates that lead to no anchor. */
    @WithDefault("accept")
    Untrusted untrusted();
}
