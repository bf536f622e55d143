package io.anju.contract.registration.http;

import io.anju.contract.registration.RegistryConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether a callback comes from the registry: {@code X-Signature: sha256=<hex HMAC-SHA256(secret, raw body)>}. */
@Singleton
class CallbackSignature {
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec key;

    CallbackSignature(RegistryConfig config) throws IOException {
        var secret = Files.readString(config.callbackSecretFile()).strip();
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    boolean matches(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] expected = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
            byte[] sent = header.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, sent);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
