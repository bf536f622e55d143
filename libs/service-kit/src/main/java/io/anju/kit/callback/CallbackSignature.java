package io.anju.kit.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code sha256=} and the hexadecimal HMAC-SHA256 of the raw body, under the secret that the outside world shares with us. */
public final class CallbackSignature {

    /** The header that carries it. */
    public static final String HEADER = "X-Signature";

    private final SecretKeySpec key;

    private CallbackSignature(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** @param file with the secret; white space at its ends does not count */
    public static CallbackSignature ofSecretIn(Path file) {
        try {
            return new CallbackSignature(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret of callbacks cannot be read", e);
        }
    }

    /** Whether the header is the signature of the body; takes the same time whatever the difference. */
    public boolean covers(byte[] body, @Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        of(body).getBytes(StandardCharsets.US_ASCII), header.getBytes(StandardCharsets.US_ASCII));
    }

    /** The signature of a body, for what we tell a party outside that shares the secret. */
    public String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(body));
    }

    private byte[] hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
