package io.anju.testkit.passkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A maker of authenticators with a root certificate of its own, made when it is asked for. */
public final class AttestationCa {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SERIAL_BITS = 64;

    private final String name;
    private final KeyPair key = keyPair();
    private final X509Certificate root;

    /** @param organisation stands in the certificates */
    public AttestationCa(String organisation) {
        this.name = "C=CN,O=" + organisation + ",OU=Authenticator Attestation CA,CN=Root";
        this.root = leaf(key.getPublic()).named(name).ca(true).issue();
    }

    /** The root as a PEM file. */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(root))
                + "\n-----END CERTIFICATE-----\n";
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A certificate for a key, about to be issued: no CA, valid from an hour ago for a year. */
    Leaf leaf(PublicKey subjectKey) {
        return new Leaf(subjectKey);
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A certificate that this maker is about to issue. */
    public final class Leaf {

        private final List<Extension> extensions = new ArrayList<>();
        private final PublicKey subjectKey;
        private String subject = "C=CN,O=Test,OU=Authenticator Attestation,CN=Test";
        private Instant until = Instant.now().plus(YEAR);
        private boolean ca;

        private Leaf(PublicKey subjectKey) {
            this.subjectKey = subjectKey;
        }

        /** Whom it is for, as RFC 4514 writes it, the most general part first. */
        public Leaf named(String other) {
            subject = other;
            return this;
        }

        /** Until when it is valid; from an hour before that, if it is over. */
        public Leaf until(Instant end) {
            until = end;
            return this;
        }

        /** Whether it may issue others. */
        public Leaf ca(boolean mayIssue) {
            ca = mayIssue;
            return this;
        }

        /** One more extension. */
        public Leaf with(String oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.add(new Extension(
                        new ASN1ObjectIdentifier(oid),
                        critical,
                        value.toASN1Primitive().getEncoded()));
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        X509Certificate issue() {
            Instant hourAgo = Instant.now().minus(HOUR);
            var unsigned = new JcaX509v3CertificateBuilder(
                    new X500Name(name),
                    new BigInteger(SERIAL_BITS, new SecureRandom()),
                    Date.from(until.isBefore(hourAgo) ? until.minus(HOUR) : hourAgo),
                    Date.from(until),
                    new X500Name(subject),
                    subjectKey);
            return with(Extension.basicConstraints.getId(), true, new BasicConstraints(ca))
                    .sign(unsigned);
        }

        private X509Certificate sign(JcaX509v3CertificateBuilder unsigned) {
            try {
                for (Extension extension : extensions) {
                    unsigned.addExtension(extension);
                }
                var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
                return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (GeneralSecurityException | OperatorCreationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
