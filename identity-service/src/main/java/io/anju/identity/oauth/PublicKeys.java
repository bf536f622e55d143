package io.anju.identity.oauth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.keys.EllipticCurves;

/** Public keys of clients in PEM. */
public final class PublicKeys {

    private static final String CURVE = "P-256";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", Pattern.DOTALL);

    private PublicKeys() {}

    /** All keys of a text; empty where it has none, or one that is no P-256 public key. */
    static Optional<List<PublicKey>> readAll(String pem) {
        var keys =
                BLOCK.matcher(pem).results().map(block -> read(block.group())).toList();
        return keys.isEmpty() || keys.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(keys.stream().flatMap(Optional::stream).toList());
    }

    /** The key; empty where the text is no P-256 public key. */
    public static Optional<PublicKey> read(String pem) {
        // RFC 7468 §2: text before and after the boundaries is passed over.
        String base64 = pem.replaceAll("(?s)^.*-----BEGIN PUBLIC KEY-----|-----END PUBLIC KEY-----.*$", "")
                .replaceAll("\\s", "");
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(encoded))
                    .filter(PublicKeys::isOnCurve);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOnCurve(PublicKey key) {
        return key instanceof ECPublicKey ec
                && CURVE.equals(EllipticCurves.getName(ec.getParams().getCurve()));
    }
}
