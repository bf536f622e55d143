package io.anju.identity.passkey.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.testkit.passkey.AndroidKeyAttester;
import io.anju.testkit.passkey.AppleAttester;
import io.anju.testkit.passkey.AttestationCa;
import io.anju.testkit.passkey.Attester;
import io.anju.testkit.passkey.Cbor;
import io.anju.testkit.passkey.PackedAttester;
import io.anju.testkit.passkey.TpmAttester;
import io.anju.testkit.passkey.Variation;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A registration that has to be refused: one thing about it is wrong, and the rest is right for it.
 *
 * @param finding the finding that names it, or the code where the refusal has one of its own
 */
public record Forgery(String name, Variation variation, String finding) {

    private static final AttestationCa MAKER = new AttestationCa("Maker");
    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int BS = 0x10;
    private static final int AT = 0x40;
    private static final int ED = 0x80;

    @Override
    public String toString() {
        return name;
    }

    /** All of them. */
    public static Stream<Forgery> all() {
        return Stream.of(clientData(), authenticatorData(), encodings(), keys(), statements(), certificates())
                .flatMap(forgeries -> forgeries);
    }

    private static Stream<Forgery> clientData() {
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        return Stream.of(
                client("another challenge", data -> data.put("challenge", other), "BAD_CHALLENGE"),
                client("no challenge", data -> data.remove("challenge"), "MALFORMED"),
                client("another origin", data -> data.put("origin", "https://evil.example"), "BAD_ORIGIN"),
                client("another port", data -> data.put("origin", "http://localhost:8081"), "BAD_ORIGIN"),
                client("no origin", data -> data.remove("origin"), "MALFORMED"),
                client("a signature's type", data -> data.put("type", "webauthn.get"), "INCONSISTENT_CLIENT_DATA_TYPE"),
                client("no known type", data -> data.put("type", "payment.get"), "INCONSISTENT_CLIENT_DATA_TYPE"),
                client("from inside another page", data -> data.put("crossOrigin", true), "BAD_TOP_ORIGIN"),
                client(
                        "from inside a named page",
                        data -> data.put("crossOrigin", true).put("topOrigin", "https://evil.example"),
                        "BAD_TOP_ORIGIN"));
    }

    private static Stream<Forgery> authenticatorData() {
        return Stream.of(
                of("another site", new Variation().rpId("evil.example"), "BAD_RP_ID"),
                flags("user not present", flags -> flags & ~UP, "USER_NOT_PRESENT"),
                flags("user not verified", flags -> flags & ~UV, "USER_NOT_VERIFIED"),
                flags("backed up although not eligible", flags -> flags | BS, "ILLEGAL_BACKUP_STATE"),
                flags("no attested data by its flags", flags -> flags & ~AT, "NOT_CANONICAL"),
                of(
                        "no attested data at all",
                        new Variation().flags(flags -> flags & ~AT).authenticatorData(data -> Arrays.copyOf(data, 37)),
                        "NOT_CANONICAL"),
                flags("extensions by its flags alone", flags -> flags | ED, "NOT_CANONICAL"),
                extended("extensions that are no map", new byte[] {0x01}),
                extended("extensions cut off", new byte[] {(byte) 0xa1, 0x61}),
                extended("extensions twice", concat(Cbor.encode(Map.of("a", 1L)), Cbor.encode(Map.of("a", 1L)))),
                data("a byte too many", data -> concat(data, new byte[1])),
                data("cut off in the key", data -> Arrays.copyOf(data, data.length - 1)),
                data("cut off in the id", data -> Arrays.copyOf(data, 60)),
                data("cut off in the counter", data -> Arrays.copyOf(data, 35)),
                data("empty", data -> new byte[0]),
                of(
                        "a credential id of 1024 bytes",
                        new Variation().credentialId(id -> Arrays.copyOf(id, 1024)),
                        "CREDENTIAL_ID_TOO_LONG"),
                of(
                        "a credential id of 15 bytes",
                        new Variation().credentialId(id -> Arrays.copyOf(id, 15)),
                        "CREDENTIAL_ID_TOO_SHORT"),
                data(
                        "a credential id longer than the data",
                        data -> ByteBuffer.wrap(data.clone())
                                .putShort(53, (short) 0xffff)
                                .array()));
    }

    private static Stream<Forgery> encodings() {
        return Stream.of(
                object("something after the attestation object", object -> concat(object, new byte[1])),
                object("an attestation object cut off", object -> Arrays.copyOf(object, object.length - 1)),
                object("no attestation object", object -> new byte[] {(byte) 0xf6}),
                object("a member too many", object -> {
                    byte[] more = concat(object, Cbor.encode(Map.of("longer-than-authData", 1L)));
                    more[0] = (byte) 0xa4;
                    return more;
                }),
                object("an indefinite length", object -> {
                    byte[] open = concat(object, new byte[] {(byte) 0xff});
                    open[0] = (byte) 0xbf;
                    return open;
                }),
                object(
                        "a length longer than needed",
                        object -> concat(new byte[] {(byte) 0xb8, 3}, Arrays.copyOfRange(object, 1, object.length))),
                object("a member twice", object -> {
                    byte[] twice = concat(
                            concat(new byte[] {(byte) 0xa4}, Cbor.encode(Map.of("fmt", "none"))),
                            Arrays.copyOfRange(object, 1, object.length));
                    return concat(new byte[] {twice[0]}, Arrays.copyOfRange(twice, 2, twice.length));
                }),
                key("a key with its parameters out of order", "NOT_CANONICAL", CoseKeys::turnedRound),
                key(
                        "a key with a parameter twice",
                        "NOT_CANONICAL",
                        cose -> concat(new byte[] {(byte) 0xa6, 0x01, 0x02}, Arrays.copyOfRange(cose, 1, cose.length))),
                key("a key nested too deep", "NOT_CANONICAL", cose -> {
                    byte[] deep = new byte[20_000];
                    Arrays.fill(deep, (byte) 0x81);
                    return concat(new byte[] {(byte) 0xa1, 0x01}, deep);
                }));
    }

    private static Stream<Forgery> keys() {
        return Stream.of(
                key("a point that is not on its curve", "KEY_NOT_ON_CURVE", cose -> {
                    byte[] off = cose.clone();
                    off[off.length - 1] ^= 1;
                    return off;
                }),
                key(
                        "the point at zero",
                        "KEY_NOT_ON_CURVE",
                        cose -> CoseKeys.ec2(2, -7, 1, new byte[32], new byte[32])),
                key("RS256 said of a curve's key", "KEY_MISMATCH", cose -> CoseKeys.saying(cose, -257)),
                key("EdDSA said of a curve's key", "KEY_MISMATCH", cose -> CoseKeys.saying(cose, -8)),
                key("ES384", "NOT_ALLOWED_ALGORITHM", cose -> CoseKeys.saying(cose, -35)),
                key("P-384 with ES256", "KEY_MISMATCH", cose -> CoseKeys.ec2(2, -7, 2, new byte[32], new byte[32])),
                key(
                        "a coordinate too short",
                        "KEY_MISMATCH",
                        cose -> CoseKeys.ec2(2, -7, 1, new byte[31], new byte[32])),
                key("X25519 with EdDSA", "MALFORMED", cose -> CoseKeys.okp(4, new byte[32])),
                key("an Edwards point that is none", "KEY_NOT_ON_CURVE", cose -> CoseKeys.okp(6, CoseKeys.noPoint())),
                key("RS256 with 1024 bits", "KEY_TOO_WEAK", cose -> CoseKeys.rsa(128, 65537)),
                key("RS256 with 8192 bits", "KEY_TOO_WEAK", cose -> CoseKeys.rsa(1024, 65537)),
                key("RS256 with the exponent 1", "KEY_TOO_WEAK", cose -> CoseKeys.rsa(256, 1)));
    }

    private static Stream<Forgery> statements() {
        return Stream.of(
                attested("an unknown format", said("anju"), "PASSKEY_ATTESTATION_FORMAT_REFUSED"),
                attested("fido-u2f", said("fido-u2f"), "PASSKEY_ATTESTATION_FORMAT_REFUSED"),
                attested("android-safetynet", said("android-safetynet"), "PASSKEY_ATTESTATION_FORMAT_REFUSED"),
                attested("compound", said("compound"), "PASSKEY_ATTESTATION_FORMAT_REFUSED"),
                attested(
                        "none that says something",
                        subject -> new Attester.Statement("none", Map.of("alg", -7L)),
                        "BAD_ATTESTATION_STATEMENT"),
                attested("packed without anything", said("packed"), "MALFORMED"),
                attested("tpm without anything", said("tpm"), "MALFORMED"),
                attested("android-key without anything", said("android-key"), "MALFORMED"),
                attested("apple without anything", said("apple"), "MALFORMED"),
                attested(
                        "self: a bit of the signature",
                        PackedAttester.self().signature(Forgery::flipped),
                        "BAD_SIGNATURE"),
                attested("self: another algorithm", PackedAttester.self().algorithm(-257), "BAD_ALGORITHM"),
                attested(
                        "packed: a bit of the signature",
                        PackedAttester.by(MAKER).signature(Forgery::flipped),
                        "BAD_SIGNATURE"),
                attested("packed: another algorithm", PackedAttester.by(MAKER).algorithm(-257), "BAD_SIGNATURE"),
                attested("tpm: another magic", TpmAttester.by(MAKER).magic("ff544348"), "MALFORMED"),
                attested("tpm: a quote", TpmAttester.by(MAKER).type("8018"), "BAD_ATTESTATION_STATEMENT"),
                attested(
                        "tpm: other extra data",
                        TpmAttester.by(MAKER).extraData(Forgery::flipped),
                        "BAD_ATTESTATION_STATEMENT"),
                attested(
                        "tpm: another name", TpmAttester.by(MAKER).name(Forgery::flipped), "BAD_ATTESTATION_STATEMENT"),
                attested("tpm: no name", TpmAttester.by(MAKER).name(name -> new byte[0]), "BAD_ATTESTATION_STATEMENT"),
                attested(
                        "android-key: another challenge",
                        AndroidKeyAttester.by(MAKER).challenge(Forgery::flipped),
                        "KEY_DESCRIPTION_VALIDATION"),
                attested(
                        "android-key: for all applications",
                        AndroidKeyAttester.by(MAKER).forAllApplications(),
                        "KEY_DESCRIPTION_VALIDATION"),
                attested("android-key: imported", AndroidKeyAttester.by(MAKER).origin(2), "KEY_DESCRIPTION_VALIDATION"),
                attested(
                        "android-key: not for signing",
                        AndroidKeyAttester.by(MAKER).purpose(3),
                        "KEY_DESCRIPTION_VALIDATION"),
                attested(
                        "apple: another nonce",
                        AppleAttester.by(MAKER).nonce(Forgery::flipped),
                        "BAD_ATTESTATION_STATEMENT"));
    }

    private static Stream<Forgery> certificates() {
        return Stream.of(
                attested(
                        "packed: a certificate that may issue others",
                        PackedAttester.by(MAKER).certificate(leaf -> leaf.ca(true)),
                        "CERTIFICATE"),
                attested(
                        "packed: a certificate for something else",
                        PackedAttester.by(MAKER).certificate(leaf -> leaf.named("C=CN,O=Test,OU=Web Server,CN=Test")),
                        "CERTIFICATE"),
                attested(
                        "packed: a certificate without a country",
                        PackedAttester.by(MAKER)
                                .certificate(leaf -> leaf.named("O=Test,OU=Authenticator Attestation,CN=Test")),
                        "CERTIFICATE"),
                attested(
                        "packed: a certificate of another model",
                        PackedAttester.by(MAKER).modelInCertificate(Forgery::flipped),
                        "BAD_ATTESTATION_STATEMENT"),
                attested(
                        "tpm: a certificate with a subject",
                        TpmAttester.by(MAKER).certificate(leaf -> leaf.named("CN=Test")),
                        "BAD_ATTESTATION_STATEMENT"),
                attested(
                        "tpm: a certificate that may issue others",
                        TpmAttester.by(MAKER).certificate(leaf -> leaf.ca(true)),
                        "BAD_ATTESTATION_STATEMENT"));
    }

    private static Forgery of(String name, Variation variation, String finding) {
        return new Forgery(name, variation, finding);
    }

    private static Forgery client(String name, Consumer<ObjectNode> change, String finding) {
        return of(name, new Variation().clientData(change), finding);
    }

    private static Forgery flags(String name, IntUnaryOperator change, String finding) {
        return of(name, new Variation().flags(change), finding);
    }

    private static Forgery data(String name, UnaryOperator<byte[]> change) {
        return of(name, new Variation().authenticatorData(change), "NOT_CANONICAL");
    }

    private static Forgery extended(String name, byte[] extensions) {
        return of(
                name,
                new Variation().flags(flags -> flags | ED).authenticatorData(data -> concat(data, extensions)),
                "NOT_CANONICAL");
    }

    private static Forgery object(String name, UnaryOperator<byte[]> change) {
        return of(name, new Variation().attestationObject(change), "NOT_CANONICAL");
    }

    private static Forgery key(String name, String finding, UnaryOperator<byte[]> change) {
        return of(name, new Variation().publicKey(change), finding);
    }

    private static Forgery attested(String name, Attester attester, String finding) {
        return of(name, new Variation().attestedBy(attester), finding);
    }

    private static Attester said(String format) {
        return subject -> new Attester.Statement(format, Map.of());
    }

    static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
