package io.anju.kit.callback;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** {@code sha256=} and the hexadecimal HMAC-SHA256 of the raw body, under the secret that the outside world shares with us. */
@Singleton
public class CallbackSignature {

    /** The header that carries it. */
    public static final String HEADER = "X-Signature";

    private final SecretKeySpec key;

    /** @param secretFile file with the secret; white space at its ends does not count */
    CallbackSignature(@ConfigProperty(name = "anju.rail.callback-secret-file") Path secretFile) throws IOException {
        byte[] secret = Files.readString(secretFile).strip().getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Whether the header is the signature of the body; takes the same time whatever the difference. */
    public boolean covers(byte[] body, @Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        ("sha256=" + HexFormat.of().formatHex(hmac(body))).getBytes(StandardCharsets.US_ASCII),
                        header.getBytes(StandardCharsets.US_ASCII));
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
