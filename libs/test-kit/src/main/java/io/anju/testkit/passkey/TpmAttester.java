package io.anju.testkit.passkey;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** {@code tpm}: WebAuthn Level 3 §8.3; the structures are those of the TPM 2.0 Library, Part 2. */
public final class TpmAttester implements Attester {

    private static final HexFormat HEX = HexFormat.of();
    // TPMT_PUBLIC up to the point: type ECC, nameAlg SHA-256, attributes, no policy, symmetric, scheme, P-256, no kdf.
    private static final byte[] PUBLIC = HEX.parseHex("0023000b00040072000000100010" + "0003" + "0010");
    private static final byte[] SHA256 = HEX.parseHex("000b");
    private static final String TPM_MAKER = "2.23.133.2.3=id:13,2.23.133.2.2=NPCT6xx,2.23.133.2.1=id:4E544300";
    private static final int COORDINATE_BYTES = 32;

    private final AttestationCa ca;
    private byte[] magic = HEX.parseHex("ff544347");
    private byte[] type = HEX.parseHex("8017");
    private UnaryOperator<byte[]> extraData = UnaryOperator.identity();
    private UnaryOperator<byte[]> name = UnaryOperator.identity();
    private UnaryOperator<AttestationCa.Leaf> certificate = UnaryOperator.identity();

    private TpmAttester(AttestationCa ca) {
        this.ca = ca;
    }

    /** A TPM whose attestation key this maker certifies. */
    public static TpmAttester by(AttestationCa maker) {
        return new TpmAttester(maker);
    }

    /** The four bytes at the head of {@code certInfo}. */
    public TpmAttester magic(String hex) {
        magic = HEX.parseHex(hex);
        return this;
    }

    /** The two bytes that say what {@code certInfo} certifies. */
    public TpmAttester type(String hex) {
        type = HEX.parseHex(hex);
        return this;
    }

    /** The hash of what is attested. */
    public TpmAttester extraData(UnaryOperator<byte[]> change) {
        extraData = change;
        return this;
    }

    /** The name of the key: the algorithm of its hash and the hash of its public area. */
    public TpmAttester name(UnaryOperator<byte[]> change) {
        name = change;
        return this;
    }

    /** The certificate of the attestation key as it is about to be issued. */
    public TpmAttester certificate(UnaryOperator<AttestationCa.Leaf> change) {
        certificate = change;
        return this;
    }

    @Override
    public Statement attest(Subject subject) {
        KeyPair key = AttestationCa.keyPair();
        byte[] pubArea = pubArea(subject);
        byte[] certInfo = certInfo(subject, pubArea);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alg", -7L);
        fields.put("sig", PackedAttester.sign(key, certInfo));
        fields.put("ver", "2.0");
        fields.put(
                "x5c",
                List.of(AttestationCa.encoded(certificate.apply(leaf(key)).issue())));
        fields.put("pubArea", pubArea);
        fields.put("certInfo", certInfo);
        return new Statement("tpm", fields);
    }

    private static byte[] pubArea(Subject subject) {
        var point = subject.publicKey().getW();
        return ByteBuffer.allocate(PUBLIC.length + 2 * (Short.BYTES + COORDINATE_BYTES))
                .put(PUBLIC)
                .put(sized(Passkey.coordinate(point.getAffineX())))
                .put(sized(Passkey.coordinate(point.getAffineY())))
                .array();
    }

    // TPMS_ATTEST: magic, type, qualifiedSigner, extraData, clockInfo (17), firmwareVersion (8), name, qualifiedName
    private byte[] certInfo(Subject subject, byte[] pubArea) {
        byte[] hash = sized(extraData.apply(Digests.sha256(subject.toBeSigned())));
        byte[] named = name.apply(concat(SHA256, Digests.sha256(pubArea)));
        byte[] middle = concat(hash, new byte[17 + 8]);
        byte[] names = concat(sized(named), sized(named));
        return concat(concat(concat(magic, type), sized(new byte[0])), concat(middle, names));
    }

    // spec| §8.3.1: subject empty; alternative name of the TPM's maker, model and version; tcg-kp-AIKCertificate
    private AttestationCa.Leaf leaf(KeyPair key) {
        var aik = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.23.133.8.3"));
        return ca.leaf(key.getPublic())
                .named("")
                .with("2.5.29.17", true, new GeneralNames(new GeneralName(new X500Name(TPM_MAKER))))
                .with("2.5.29.37", false, new ExtendedKeyUsage(new KeyPurposeId[] {aik}));
    }

    private static byte[] sized(byte[] bytes) {
        return ByteBuffer.allocate(Short.BYTES + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
