package io.anju.identity.passkey.webauthn;

import io.anju.testkit.passkey.Cbor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Public keys in COSE that nobody should take. */
final class CoseKeys {

    private CoseKeys() {}

    // The head of the device's own key is a5 01 02 03 26: kty 2, alg −7.
    static byte[] saying(byte[] cose, long algorithm) {
        byte[] negative = Cbor.encode(Map.of(3L, algorithm));
        return Forgery.concat(
                Forgery.concat(Arrays.copyOf(cose, 3), Arrays.copyOfRange(negative, 1, negative.length)),
                Arrays.copyOfRange(cose, 5, cose.length));
    }

    static byte[] turnedRound(byte[] cose) {
        byte[] turned = cose.clone();
        System.arraycopy(cose, 3, turned, 1, 2);
        System.arraycopy(cose, 1, turned, 3, 2);
        return turned;
    }

    static byte[] ec2(long type, long algorithm, long curve, byte[] x, byte[] y) {
        var key = new LinkedHashMap<Long, Object>();
        key.put(1L, type);
        key.put(3L, algorithm);
        key.put(-1L, curve);
        key.put(-2L, x);
        key.put(-3L, y);
        return Cbor.encode(key);
    }

    static byte[] okp(long curve, byte[] x) {
        var key = new LinkedHashMap<Long, Object>();
        key.put(1L, 1L);
        key.put(3L, -8L);
        key.put(-1L, curve);
        key.put(-2L, x);
        return Cbor.encode(key);
    }

    // RFC 8032 §5.1.3: y = 2 has no x, since (y² − 1) / (d·y² + 1) is no square.
    static byte[] noPoint() {
        byte[] two = new byte[32];
        two[0] = 2;
        return two;
    }

    static byte[] rsa(int bytes, int exponent) {
        byte[] modulus = new byte[bytes];
        Arrays.fill(modulus, (byte) 0xff);
        byte[] power = exponent == 1 ? new byte[] {1} : new byte[] {1, 0, 1};
        var key = new LinkedHashMap<Long, Object>();
        key.put(1L, 3L);
        key.put(3L, -257L);
        key.put(-1L, modulus);
        key.put(-2L, power);
        return Cbor.encode(key);
    }
}
