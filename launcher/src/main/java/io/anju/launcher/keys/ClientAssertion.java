package io.anju.launcher.keys;

import io.anju.launcher.LaunchFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * What a client shows at the token endpoint to prove itself ({@code private_key_jwt}, RFC 7523): a JWT about itself,
 * signed with its own key, good for one use within a minute. For people who follow the journey as a partner agency.
 */
public final class ClientAssertion {

    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private ClientAssertion() {}

    /**
     * Signs one.
     *
     * @param audience the issuer whose token endpoint it is for
     */
    public static String sign(String client, Path privateKey, String audience, Instant now) {
        if (!client.matches("[a-z-]+") || !Files.exists(privateKey)) {
            throw new LaunchFailure("there is no key of " + client + " in this stack (a service, or demo-agency)");
        }
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + client + "\"}";
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                        client,
                        client,
                        audience,
                        SecretFiles.randomText(16),
                        now.getEpochSecond(),
                        now.plus(LIFETIME).getEpochSecond());
        String signed = text(header) + "." + text(claims);
        return signed + "." + BASE64URL.encodeToString(signature(privateKey, signed));
    }

    // rfc7518 3.4| the signature is R || S, not the DER form of Java's plain algorithm
    private static byte[] signature(Path privateKey, String signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(read(privateKey));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new LaunchFailure(privateKey + " is no usable key", unusable);
        }
    }

    private static PrivateKey read(Path privateKey) throws GeneralSecurityException {
        String base64 = SecretFiles.read(privateKey).replaceAll("-----[^-]+-----", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }

    private static String text(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
