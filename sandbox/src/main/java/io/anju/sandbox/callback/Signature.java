package io.anju.sandbox.callback;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code sha256=} and the hexadecimal HMAC-SHA256 of the raw body, under the secret that the sandbox shares with the services it calls back. */
public final class Signature {
    /** The header that carries it. */
    public static final String HEADER = "X-Signature";

    private final SecretKeySpec key;

    /** A signature under this secret. */
    public Signature(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The header's value for a body. */
    public String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(body));
    }

    /** The bare code, for tokens that must be stable and say nothing. */
    public byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
