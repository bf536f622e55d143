package io.anju.identity.passkey.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the maker of an authenticator said of it when the passkey was made, and whether this installation believes it.
 *
 * @param trustPathSha256 SHA-256 over the certificates of the trust path as they came, the authenticator's first; empty
 *     where there is no path
 */
public record Attestation(Format format, Trust trust, Optional<byte[]> trustPathSha256) {

    /** Nobody said anything. */
    public static final Attestation NONE = new Attestation(Format.NONE, Trust.NONE, Optional.empty());

    /** The attestation statement formats of WebAuthn Level 3 §8 that are read here. */
    public enum Format {
        NONE("none"),
        PACKED("packed"),
        TPM("tpm"),
        ANDROID_KEY("android-key"),
        APPLE("apple");

        private final String identifier;

        Format(String identifier) {
            this.identifier = identifier;
        }

        /** As the IANA registry of RFC 8809 spells it. */
        public String identifier() {
            return identifier;
        }

        /** Empty for {@code fido-u2f}, {@code android-safetynet} and whatever else is not read here. */
        public static Optional<Format> find(String identifier) {
            return Arrays.stream(values())
                    .filter(format -> format.identifier.equals(identifier))
                    .findFirst();
        }
    }

    /** Who vouches for the authenticator. */
    public enum Trust {
        /** Nobody was asked, or nobody answered. */
        NONE,
        /** The passkey itself: it shows that its key can sign, and no more. */
        SELF,
        /** A certificate that leads to none of this installation's trust anchors. */
        UNTRUSTED,
        /** A certificate that leads to one of this installation's trust anchors. */
        TRUSTED
    }
}
