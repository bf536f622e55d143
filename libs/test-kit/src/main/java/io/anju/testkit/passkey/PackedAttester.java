package io.anju.testkit.passkey;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.DEROctetString;
import org.jspecify.annotations.Nullable;

/** {@code packed}, by the credential itself or by a maker's certificate: WebAuthn Level 3 §8.2. */
public final class PackedAttester implements Attester {

    private static final String AAGUID = "1.3.6.1.4.1.45724.1.1.4";
    private static final long ES256 = -7;

    private final @Nullable AttestationCa ca;
    private UnaryOperator<AttestationCa.Leaf> certificate = UnaryOperator.identity();
    private UnaryOperator<byte[]> modelInCertificate = UnaryOperator.identity();
    private UnaryOperator<byte[]> signature = UnaryOperator.identity();
    private long algorithm = ES256;

    private PackedAttester(@Nullable AttestationCa ca) {
        this.ca = ca;
    }

    /** Self attestation. */
    public static PackedAttester self() {
        return new PackedAttester(null);
    }

    /** With a certificate of a maker. */
    public static PackedAttester by(AttestationCa maker) {
        return new PackedAttester(maker);
    }

    /** The certificate as it is about to be issued. */
    public PackedAttester certificate(UnaryOperator<AttestationCa.Leaf> change) {
        certificate = change;
        return this;
    }

    /** The model that the certificate names. */
    public PackedAttester modelInCertificate(UnaryOperator<byte[]> change) {
        modelInCertificate = change;
        return this;
    }

    /** The signature. */
    public PackedAttester signature(UnaryOperator<byte[]> change) {
        signature = change;
        return this;
    }

    /** The COSE algorithm that the statement names; it is signed with ES256 nevertheless. */
    public PackedAttester algorithm(long named) {
        algorithm = named;
        return this;
    }

    @Override
    public Statement attest(Subject subject) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alg", algorithm);
        if (ca == null) {
            fields.put("sig", signature.apply(subject.signer().apply(subject.toBeSigned())));
        } else {
            KeyPair key = AttestationCa.keyPair();
            fields.put("sig", signature.apply(sign(key, subject.toBeSigned())));
            fields.put("x5c", List.of(encoded(ca, key, subject)));
        }
        return new Statement("packed", fields);
    }

    // spec| §8.2.1: "the Extension … id-fido-gen-ce-aaguid … MUST be … wrapped in two OCTET STRINGS"
    private byte[] encoded(AttestationCa maker, KeyPair key, Subject subject) {
        var leaf = maker.leaf(key.getPublic())
                .with(AAGUID, false, new DEROctetString(modelInCertificate.apply(subject.aaguid())));
        return AttestationCa.encoded(certificate.apply(leaf).issue());
    }

    static byte[] sign(KeyPair key, byte[] message) {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
