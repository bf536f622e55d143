package io.anju.testkit.passkey;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** {@code apple}: WebAuthn Level 3 §8.8. */
public final class AppleAttester implements Attester {

    private static final String NONCE = "1.2.840.113635.100.8.2";

    private final AttestationCa ca;
    private UnaryOperator<byte[]> nonce = UnaryOperator.identity();

    private AppleAttester(AttestationCa ca) {
        this.ca = ca;
    }

    /** A device for whose keys this maker issues certificates. */
    public static AppleAttester by(AttestationCa maker) {
        return new AppleAttester(maker);
    }

    /** The nonce in the certificate, which is the hash of what is attested. */
    public AppleAttester nonce(UnaryOperator<byte[]> change) {
        nonce = change;
        return this;
    }

    @Override
    public Statement attest(Subject subject) {
        byte[] inCertificate = nonce.apply(Digests.sha256(subject.toBeSigned()));
        var leaf = ca.leaf(subject.publicKey())
                .with(NONCE, false, new DERSequence(new DERTaggedObject(true, 1, new DEROctetString(inCertificate))));
        return new Statement("apple", Map.of("x5c", List.of(AttestationCa.encoded(leaf.issue()))));
    }
}
