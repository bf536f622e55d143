package io.anju.identity.passkey.webauthn;

import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.statement.AttestationCertificatePath;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.VerificationException;
import io.anju.identity.passkey.AttestationConfig;
import io.anju.identity.passkey.AttestationConfig.Conveyance;
import io.anju.identity.passkey.AttestationConfig.Untrusted;
import io.anju.identity.passkey.model.Attestation;
import io.anju.identity.passkey.model.Attestation.Format;
import io.anju.identity.passkey.model.Attestation.Trust;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.model.PasskeyRefusal.AttestationFormatRefused;
import io.anju.identity.passkey.model.PasskeyRefusal.AttestationUntrusted;
import io.anju.kernel.result.Result;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which attestations this installation takes, and which it believes. Whether a statement is correct is not asked here.
 *
 * <p>Source: WebAuthn Level 3 §7.1 steps 21 to 24: the format, the acceptable trust anchors, the trustworthiness.
 */
final class AttestationPolicy {

    // RFC 8809 §2.1: at most 32 octets of printable ASCII; only what the registered ones are made of is repeated to
    // anybody.
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9-]{1,32}");

    private final Set<Format> formats;
    private final Untrusted untrusted;
    private final Map<Format, DefaultCertPathTrustworthinessVerifier> paths = new EnumMap<>(Format.class);

    /** @throws IllegalStateException if the settings let nobody enrol, or let in everybody although they say otherwise */
    AttestationPolicy(AttestationConfig config) {
        formats = Set.copyOf(config.formats());
        untrusted = config.untrusted();
        if (config.conveyance() == Conveyance.NONE && !formats.contains(Format.NONE)) {
            throw new IllegalStateException(
                    "anju.identity.passkey.attestation: nothing is asked for, and \"none\" is not"
                            + " among the formats; no passkey could be enrolled");
        }
        if (untrusted == Untrusted.REFUSE && formats.contains(Format.NONE)) {
            throw new IllegalStateException("anju.identity.passkey.attestation: untrusted=refuse holds nobody off while"
                    + " \"none\" is among the formats; whoever leaves the statement out is in");
        }
        config.trustAnchors().map(TrustAnchors::read).ifPresent(this::believe);
    }

    private void believe(Map<Format, Set<TrustAnchor>> anchors) {
        anchors.forEach(
                (format, ofFormat) -> paths.put(format, new DefaultCertPathTrustworthinessVerifier(all(ofFormat))));
    }

    private static TrustAnchorRepository all(Set<TrustAnchor> anchors) {
        return new TrustAnchorRepository() {
            @Override
            public Set<TrustAnchor> find(AAGUID aaguid) {
                return anchors;
            }

            @Override
            public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
                return anchors;
            }
        };
    }

    /** The format, if it is taken. */
    Result<Format, PasskeyRefusal> taken(String identifier) {
        return Format.find(identifier)
                .filter(formats::contains)
                .<Result<Format, PasskeyRefusal>>map(Result::ok)
                .orElseGet(() -> Result.refused(new AttestationFormatRefused(
                        IDENTIFIER.matcher(identifier).matches() ? identifier : "?")));
    }

    /** What is kept of a correct statement, if it is believed as far as this installation asks for that. */
    Result<Attestation, PasskeyRefusal> judge(Format format, AttestationObject object, Instant now) {
        var attestation = attestation(format, object, now);
        boolean vouched = attestation.trust() == Trust.TRUSTED || attestation.trust() == Trust.NONE;
        return vouched || untrusted == Untrusted.ACCEPT
                ? Result.ok(attestation)
                : Result.refused(new AttestationUntrusted(format.identifier()));
    }

    private Attestation attestation(Format format, AttestationObject object, Instant now) {
        if (format == Format.NONE) {
            return Attestation.NONE;
        }
        var statement = (CertificateBaseAttestationStatement) Objects.requireNonNull(object.getAttestationStatement());
        var path = statement.getX5c();
        if (path == null) {
            return new Attestation(format, Trust.SELF, Optional.empty());
        }
        var trust = leadsToAnAnchor(format, object, statement, now) ? Trust.TRUSTED : Trust.UNTRUSTED;
        return new Attestation(format, trust, Optional.of(sha256(path)));
    }

    private boolean leadsToAnAnchor(
            Format format, AttestationObject object, CertificateBaseAttestationStatement statement, Instant now) {
        var verifier = paths.get(format);
        if (verifier == null) {
            return false;
        }
        var credential = Objects.requireNonNull(object.getAuthenticatorData().getAttestedCredentialData());
        try {
            verifier.verify(credential.getAaguid(), statement, now);
            return true;
        } catch (VerificationException leadsNowhere) {
            return false;
        }
    }

    private static byte[] sha256(AttestationCertificatePath path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (X509Certificate certificate : path) {
                digest.update(certificate.getEncoded());
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
