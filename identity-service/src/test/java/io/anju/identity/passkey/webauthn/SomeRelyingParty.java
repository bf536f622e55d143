package io.anju.identity.passkey.webauthn;

import io.anju.identity.passkey.AttestationConfig;
import io.anju.identity.passkey.PasskeyConfig;
import io.anju.identity.passkey.model.Attestation.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Settings of a relying party, those of attestation as they are by default unless a test says otherwise. */
record SomeRelyingParty(String rpId, Set<String> origins, AttestationConfig attestation) implements PasskeyConfig {

    static SomeRelyingParty local(AttestationConfig attestation) {
        return new SomeRelyingParty("localhost", Set.of("http://localhost:8080"), attestation);
    }

    @Override
    public String rpName() {
        return "Some";
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int most() {
        return 10;
    }

    /** Settings of attestation. */
    record Attested(Conveyance conveyance, Set<Format> formats, Optional<Path> trustAnchors, Untrusted untrusted)
            implements AttestationConfig {

        static Attested byDefault() {
            return new Attested(Conveyance.NONE, EnumSet.allOf(Format.class), Optional.empty(), Untrusted.ACCEPT);
        }

        static Attested believing(Path anchors) {
            return new Attested(Conveyance.DIRECT, EnumSet.allOf(Format.class), Optional.of(anchors), Untrusted.ACCEPT);
        }

        /** Lets in nobody but those for whom an anchor vouches. */
        static Attested onlyBy(Path anchors) {
            return new Attested(
                    Conveyance.DIRECT,
                    EnumSet.complementOf(EnumSet.of(Format.NONE)),
                    Optional.of(anchors),
                    Untrusted.REFUSE);
        }
    }
}
