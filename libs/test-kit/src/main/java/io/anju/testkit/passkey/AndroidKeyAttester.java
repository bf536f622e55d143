package io.anju.testkit.passkey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** {@code android-key}: WebAuthn Level 3 §8.4; the key description is that of Android's keystore. */
public final class AndroidKeyAttester implements Attester {

    private static final String KEY_DESCRIPTION = "1.3.6.1.4.1.11129.2.1.17";
    private static final int PURPOSE = 1;
    private static final int ALL_APPLICATIONS = 600;
    private static final int ORIGIN = 702;
    private static final long SIGN = 2;

    private final AttestationCa ca;
    private UnaryOperator<byte[]> challenge = UnaryOperator.identity();
    private boolean allApplications;
    private long purpose = SIGN;
    private long origin;

    private AndroidKeyAttester(AttestationCa ca) {
        this.ca = ca;
    }

    /** A keystore whose keys this maker certifies. */
    public static AndroidKeyAttester by(AttestationCa maker) {
        return new AndroidKeyAttester(maker);
    }

    /** The attestation challenge, which is the hash of the client data. */
    public AndroidKeyAttester challenge(UnaryOperator<byte[]> change) {
        challenge = change;
        return this;
    }

    /** The key is every app's. */
    public AndroidKeyAttester forAllApplications() {
        allApplications = true;
        return this;
    }

    /** What the key is for: 2 to sign, 3 to verify. */
    public AndroidKeyAttester purpose(long other) {
        purpose = other;
        return this;
    }

    /** Where the key is from: 0 made in the keystore, 2 imported. */
    public AndroidKeyAttester origin(long other) {
        origin = other;
        return this;
    }

    @Override
    public Statement attest(Subject subject) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alg", -7L);
        fields.put("sig", subject.signer().apply(subject.toBeSigned()));
        fields.put(
                "x5c",
                List.of(AttestationCa.encoded(ca.leaf(subject.publicKey())
                        .named("CN=Android Keystore Key")
                        .with(KEY_DESCRIPTION, false, keyDescription(subject))
                        .issue())));
        return new Statement("android-key", fields);
    }

    private DERSequence keyDescription(Subject subject) {
        return sequence(
                new ASN1Integer(300),
                new ASN1Enumerated(1),
                new ASN1Integer(300),
                new ASN1Enumerated(1),
                new DEROctetString(challenge.apply(subject.clientDataHash())),
                new DEROctetString(new byte[0]),
                allApplications ? sequence(tagged(ALL_APPLICATIONS, DERNull.INSTANCE)) : new DERSequence(),
                sequence(
                        tagged(PURPOSE, new DERSet(new ASN1Integer(purpose))),
                        tagged(ORIGIN, new ASN1Integer(origin))));
    }

    private static DERSequence sequence(ASN1Encodable... items) {
        var vector = new ASN1EncodableVector();
        vector.addAll(items);
        return new DERSequence(vector);
    }

    private static DERTaggedObject tagged(int tag, ASN1Encodable value) {
        return new DERTaggedObject(true, tag, value);
    }
}
