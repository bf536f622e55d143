package io.anju.testkit.token;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * What can be made of one good access token and the published keys, without any key of the issuer: RFC 8725 and what was
 * found in libraries. Each by its name.
 */
public final class Forgeries {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger ORDER =
            new BigInteger("115792089210356248762697446949407573529996955224135760342422259061068512044369");

    private final String good;
    private final PublicJsonWebKey published;

    /**
     * @param good a token that is taken
     * @param published the key under which it is verified
     */
    public Forgeries(String good, PublicJsonWebKey published) {
        this.good = good;
        this.published = published;
    }

    /** All of them. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        all.putAll(otherAlgorithms());
        all.putAll(ownKeys("http://localhost:9/keys"));
        all.putAll(touchedSignatures());
        all.putAll(noTokens());
        return all;
    }

    /** Under another algorithm, or under ours with another key. */
    public Map<String, String> otherAlgorithms() {
        var forgeries = new TreeMap<String, String>();
        String kid = published.getKeyId();
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            var header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(none, kid);
            forgeries.put("alg '" + none + "' unsigned", unsigned(header, ""));
            forgeries.put("alg '" + none + "' with a signature", unsigned(header, signature()));
        }
        byte[] encoded = published.getPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
        for (String hmac : List.of("HS256", "HS384", "HS512")) {
            forgeries.put(hmac + " keyed with the public key", forged(hmac, new HmacKey(encoded), jws -> {}));
            forgeries.put(hmac + " keyed with its PEM", forged(hmac, hmacKey(pem), jws -> {}));
            forgeries.put(hmac + " keyed with its JWK", forged(hmac, hmacKey(published.toJson()), jws -> {}));
        }
        Key rsa = rsaKey();
        forgeries.put("RS256", forged("RS256", rsa, jws -> {}));
        forgeries.put("PS256", forged("PS256", rsa, jws -> {}));
        forgeries.put("ES384", forged("ES384", ecKey(EllipticCurves.P384).getPrivateKey(), jws -> {}));
        forgeries.put(
                "ES256 of another key under our kid",
                forged("ES256", ecKey(EllipticCurves.P256).getPrivateKey(), jws -> {}));
        return forgeries;
    }

    /**
     * With a header that brings the key along, or says where it is.
     *
     * @param url where a verifier would fetch it that believes the header
     */
    public Map<String, String> ownKeys(String url) {
        var key = ecKey(EllipticCurves.P256);
        key.setKeyId("mine");
        var forgeries = new TreeMap<String, String>();
        forgeries.put("jwk", forged("ES256", key.getPrivateKey(), jws -> jws.setJwkHeader(key)));
        forgeries.put("jwk, no kid", forged("ES256", key.getPrivateKey(), jws -> {
            jws.setJwkHeader(key);
            jws.getHeaders().setStringHeaderValue("kid", "mine");
        }));
        for (String header : List.of("jku", "x5u")) {
            forgeries.put(header, forged("ES256", key.getPrivateKey(), jws -> {
                jws.setKeyIdHeaderValue("mine");
                jws.setHeader(header, url);
            }));
        }
        forgeries.put("x5c", forged("ES256", key.getPrivateKey(), jws -> jws.setHeader("x5c", List.of("TUlJQg=="))));
        return forgeries;
    }

    /** The good token with something done to its signature. */
    public Map<String, String> touchedSignatures() {
        int last = good.lastIndexOf('.') + 1;
        String signed = good.substring(0, last);
        byte[] signature = Base64.getUrlDecoder().decode(signature());
        var forgeries = new TreeMap<String, String>();
        forgeries.put("none", signed);
        forgeries.put("half", signed + BASE64.encodeToString(Arrays.copyOf(signature, 32)));
        forgeries.put("one byte short", signed + BASE64.encodeToString(Arrays.copyOf(signature, 63)));
        forgeries.put("one byte more", signed + BASE64.encodeToString(Arrays.copyOf(signature, 65)));
        // CVE-2022-21449: r = s = 0 verified under every key.
        forgeries.put("r = s = 0", signed + BASE64.encodeToString(new byte[64]));
        forgeries.put("r = s = n", signed + BASE64.encodeToString(twice(ORDER)));
        forgeries.put("DER", signed + BASE64.encodeToString(der(signature)));
        forgeries.put("malleable: n - s", signed + BASE64.encodeToString(mirrored(signature)));
        forgeries.put(
                "idle bits of base64", good.substring(0, good.length() - 1) + next(good.charAt(good.length() - 1)));
        forgeries.put("padding", good + "==");
        forgeries.put("a character that base64 knows not", good + "!");
        forgeries.put("a line break", good.substring(0, last + 10) + "%0A" + good.substring(last + 10));
        forgeries.put("one bit", signed + BASE64.encodeToString(flipped(signature)));
        return forgeries;
    }

    /** What does not even look like a token. */
    public Map<String, String> noTokens() {
        var forgeries = new TreeMap<String, String>();
        forgeries.put("a word", "token");
        forgeries.put("dots", "..");
        forgeries.put("two parts", good.substring(0, good.lastIndexOf('.')));
        forgeries.put("four parts", good + ".AAAA");
        forgeries.put("five parts", "e30.AAAA.AAAA.AAAA.AAAA");
        forgeries.put("JSON", "{\"payload\":\"e30\"}");
        forgeries.put("not base64", "%%%.%%%.%%%");
        forgeries.put("header is no JSON", encode("alg") + "." + encode("{}") + "." + "A".repeat(86));
        forgeries.put("header is a list", encode("[]") + "." + encode("{}") + "." + "A".repeat(86));
        forgeries.put(
                "deep", encode("{\"alg\":" + "[".repeat(2000) + "]".repeat(2000) + "}") + ".e30." + "A".repeat(86));
        forgeries.put("longer than read", "e30." + "A".repeat(8_200) + "." + "A".repeat(86));
        return forgeries;
    }

    /** The claims of the good token under a header and signature of one's own. */
    public String unsigned(String header, String signature) {
        return encode(header) + "." + encode(payload()) + "." + signature;
    }

    /** The signature of the good token. */
    public String signature() {
        return good.substring(good.lastIndexOf('.') + 1);
    }

    /** The claims of the good token, as JSON. */
    public String payload() {
        return new String(Base64.getUrlDecoder().decode(good.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private String forged(String algorithm, Key key, Consumer<JsonWebSignature> change) {
        try {
            var jws = new JsonWebSignature();
            jws.setDoKeyValidation(false);
            jws.setAlgorithmHeaderValue(algorithm);
            jws.setHeader("typ", "at+jwt");
            jws.setKeyIdHeaderValue(published.getKeyId());
            jws.setPayload(payload());
            jws.setKey(key);
            change.accept(jws);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HmacKey hmacKey(String text) {
        return new HmacKey(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EllipticCurveJsonWebKey ecKey(ECParameterSpec curve) {
        try {
            return EcJwkGenerator.generateJwk(curve);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key rsaKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048).getPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] twice(BigInteger scalar) {
        byte[] both = new byte[64];
        byte[] one = scalar.toByteArray();
        System.arraycopy(one, one.length - 32, both, 0, 32);
        System.arraycopy(one, one.length - 32, both, 32, 32);
        return both;
    }

    private static byte[] mirrored(byte[] signature) {
        byte[] mirrored = signature.clone();
        byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        Arrays.fill(mirrored, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, mirrored, 64 - length, length);
        return mirrored;
    }

    private static byte[] flipped(byte[] signature) {
        byte[] flipped = signature.clone();
        flipped[40] ^= 1;
        return flipped;
    }

    private static byte[] der(byte[] signature) {
        byte[] r = new BigInteger(1, Arrays.copyOf(signature, 32)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)).toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(0x30);
        out.write(r.length + s.length + 4);
        for (byte[] part : List.of(r, s)) {
            out.write(2);
            out.write(part.length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Another character that ends in the same four bits of signature. */
    private static char next(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) + 1);
    }
}
