package io.anju.kit;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What stands in the place of a proof and is not exactly one is read as none. */
@QuarkusTest
class ProofFormAttacksTest extends BoundTokenTestBase {

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoSingleProof() {
        var token = token();
        String proof = key.proof("GET", ME, token);
        int last = proof.lastIndexOf('.') + 1;
        String signed = proof.substring(0, last);
        byte[] signature = Base64.getUrlDecoder().decode(proof.substring(last));
        var attacks = new TreeMap<String, List<String>>();
        attacks.put("none", List.of());
        attacks.put("two", List.of(proof, key.proof("GET", ME, token)));
        attacks.put("the same twice", List.of(proof, proof));
        attacks.put("two in one header", List.of(proof + ", " + key.proof("GET", ME, token)));
        attacks.put("a word", List.of("proof"));
        attacks.put("nothing", List.of(""));
        attacks.put("the access token", List.of(token));
        attacks.put("unsigned", List.of(signed));
        attacks.put("half a signature", List.of(signed + BASE64.encodeToString(Arrays.copyOf(signature, 32))));
        attacks.put("a byte more of signature", List.of(signed + BASE64.encodeToString(Arrays.copyOf(signature, 65))));
        attacks.put("r = s = 0", List.of(signed + BASE64.encodeToString(new byte[64])));
        attacks.put("padding", List.of(proof + "=="));
        attacks.put("an Ed25519 key of no bytes", List.of(unsigned("""
                {"typ":"dpop+jwt","alg":"EdDSA","jwk":{"kty":"OKP","crv":"Ed25519","x":""}}""")));
        attacks.put("an Ed25519 key of one byte", List.of(unsigned("""
                {"typ":"dpop+jwt","alg":"EdDSA","jwk":{"kty":"OKP","crv":"Ed25519","x":"AA"}}""")));
        attacks.put("JSON", List.of("{\"payload\":\"e30\"}"));
        attacks.put("five parts", List.of("e30.AAAA.AAAA.AAAA.AAAA"));
        attacks.put(
                "payload is a list", List.of(proof.substring(0, proof.indexOf('.')) + ".W10." + proof.substring(last)));
        attacks.put("header is a list", List.of("W10." + proof.substring(proof.indexOf('.') + 1)));
        attacks.put(
                "alg twice",
                List.of(encode("{\"alg\":\"none\",\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}") + ".e30."
                        + "A".repeat(86)));
        attacks.put(
                "alg of another type", List.of(encode("{\"alg\":1,\"typ\":\"dpop+jwt\"}") + ".e30." + "A".repeat(86)));
        attacks.put(
                "deep",
                List.of(encode("{\"jwk\":" + "[".repeat(1000) + "]".repeat(1000) + "}") + ".e30." + "A".repeat(86)));
        attacks.put(
                "longer than read",
                List.of(changed(key, token, claims -> claims.setClaim("more", "x".repeat(4_096)), jws -> {})));
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> refusedAsProof(me(token, attack.getValue().toArray(String[]::new)))));
    }

    /** A proof with this header, no claims, and 64 bytes for a signature. */
    private static String unsigned(String header) {
        return encode(header) + "." + encode("{}") + "." + BASE64.encodeToString(new byte[64]);
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
