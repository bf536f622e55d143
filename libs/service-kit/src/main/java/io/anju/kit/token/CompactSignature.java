package io.anju.kit.token;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The one spelling of a token's signature.
 *
 * <p>Of an ECDSA signature (r, s) stranger's hands can make another that verifies as well, (r, n − s), and the lenient
 * reading of base64 makes more. Ours are written in one way, with the smaller s and no idle bits, and taken in no other:
 * so that two tokens that differ in one character are never the same token.
 */
public final class CompactSignature {

    // Order of P-256, SEC 2 §2.4.2 (secp256r1).
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF = ORDER.shiftRight(1);

    private static final int SCALAR_BYTES = 32;

    // ES256 and Ed25519 both sign in 64 bytes: 86 characters, the last of which has four idle bits.
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]{85}[AQgw]");

    private CompactSignature() {}

    /** Whether this looks like three parts of base64url, the last one 64 bytes without idle bits. */
    public static boolean isWellFormed(String token) {
        return COMPACT.matcher(token).matches();
    }

    /** Whether an ES256 signature has the smaller of its two possible values. */
    static boolean isLow(String token) {
        return s(signature(token)).compareTo(HALF) <= 0;
    }

    /** The same ES256 token with the smaller of the two values. */
    public static String low(String token) {
        byte[] signature = signature(token);
        BigInteger s = s(signature);
        if (s.compareTo(HALF) <= 0) {
            return token;
        }
        byte[] smaller = ORDER.subtract(s).toByteArray();
        int from = Math.max(0, smaller.length - SCALAR_BYTES);
        Arrays.fill(signature, SCALAR_BYTES, signature.length, (byte) 0);
        System.arraycopy(smaller, from, signature, signature.length - (smaller.length - from), smaller.length - from);
        return token.substring(0, token.lastIndexOf('.') + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static byte[] signature(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, SCALAR_BYTES, signature.length));
    }
}
