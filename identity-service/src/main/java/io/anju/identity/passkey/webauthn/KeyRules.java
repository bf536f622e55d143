package io.anju.identity.passkey.webauthn;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a credential's public key is what its algorithm says, and one that proves something. Without attestation
 * nothing is verified with the key when it is enrolled, so a useless one would be found at the first signature only.
 *
 * <p>Source: RFC 9053 §2.1, §2.2, §7.1, §7.2 and RFC 8230 §4 for the parameters; WebAuthn Level 3 §5.8.5: "Keys with
 * algorithm ES256 (-7) MUST specify P-256 (1) as the crv parameter and MUST NOT use the compressed point form"; "Keys with
 * algorithm EdDSA (-8) MUST specify Ed25519 (6) as the crv parameter".
 */
final class KeyRules {

    private static final long KTY = 1;
    private static final long ALG = 3;
    private static final int COORDINATE = 32;
    // NIST SP 800-131A Rev. 2 §3: RSA signatures with less than 2048 bits are disallowed. The upper bound limits the
    // work.
    private static final int LEAST_MODULUS_BITS = 2048;
    private static final int MOST_MODULUS_BITS = 4096;
    private static final int MOST_EXPONENT_BITS = 32;

    // SEC 2 §2.4.2, secp256r1.
    private static final BigInteger P = hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static final BigInteger B = hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
    private static final BigInteger THREE = BigInteger.valueOf(3);

    // RFC 8410 §4: SubjectPublicKeyInfo of an Ed25519 key, up to the key.
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private KeyRules() {}

    /** The rule that the key breaks. */
    static Optional<String> broken(Map<Object, @Nullable Object> key) {
        return switch (key.get(ALG)) {
            case Long alg when alg == -7 -> is(key, 2, 1) ? onP256(key) : mismatch();
            case Long alg when alg == -8 -> is(key, 1, 6) ? onEd25519(key) : mismatch();
            case Long alg when alg == -257 -> Long.valueOf(3).equals(key.get(KTY)) ? longEnough(key) : mismatch();
            case null, default -> mismatch();
        };
    }

    private static boolean is(Map<Object, @Nullable Object> key, long type, long curve) {
        return Long.valueOf(type).equals(key.get(KTY)) && Long.valueOf(curve).equals(key.get(-1L));
    }

    // SEC 1 §3.2.2.1: x and y are in [0, p−1] and y² = x³ + ax + b (mod p), here with a = −3.
    private static Optional<String> onP256(Map<Object, @Nullable Object> key) {
        if (!(key.get(-2L) instanceof byte[] first && first.length == COORDINATE)
                || !(key.get(-3L) instanceof byte[] second && second.length == COORDINATE)) {
            return mismatch();
        }
        var x = new BigInteger(1, first);
        var y = new BigInteger(1, second);
        var right = x.pow(3).subtract(THREE.multiply(x)).add(B).mod(P);
        boolean on = x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
        return on ? Optional.empty() : notOnCurve();
    }

    private static Optional<String> onEd25519(Map<Object, @Nullable Object> key) {
        if (!(key.get(-2L) instanceof byte[] point) || point.length != COORDINATE) {
            return mismatch();
        }
        byte[] encoded = new byte[ED25519.length + COORDINATE];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(point, 0, encoded, ED25519.length, COORDINATE);
        try {
            // Decompresses the point, which is where it turns out to be none.
            Signature.getInstance("Ed25519")
                    .initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            return Optional.empty();
        } catch (GeneralSecurityException noPoint) {
            return notOnCurve();
        }
    }

    private static Optional<String> longEnough(Map<Object, @Nullable Object> key) {
        if (!(key.get(-1L) instanceof byte[] modulus) || !(key.get(-2L) instanceof byte[] power)) {
            return mismatch();
        }
        var n = new BigInteger(1, modulus);
        var e = new BigInteger(1, power);
        boolean sound = n.bitLength() >= LEAST_MODULUS_BITS
                && n.bitLength() <= MOST_MODULUS_BITS
                && n.testBit(0)
                && e.bitLength() <= MOST_EXPONENT_BITS
                && e.compareTo(THREE) >= 0
                && e.testBit(0);
        return sound ? Optional.empty() : Optional.of("KEY_TOO_WEAK");
    }

    private static Optional<String> mismatch() {
        return Optional.of("KEY_MISMATCH");
    }

    private static Optional<String> notOnCurve() {
        return Optional.of("KEY_NOT_ON_CURVE");
    }

    private static BigInteger hex(String number) {
        return new BigInteger(number, 16);
    }
}
