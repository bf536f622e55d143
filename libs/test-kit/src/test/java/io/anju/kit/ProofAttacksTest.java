package io.anju.kit;

import io.anju.kit.http.Digests;
import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A proof of the right key proves nothing once one of its claims or headers says something else. */
@QuarkusTest
class ProofAttacksTest extends BoundTokenTestBase {

    @TestFactory
    Stream<DynamicTest> refusesOtherClaims() {
        var attacks = new TreeMap<String, Consumer<JwtClaims>>();
        attacks.put("htm of another method", claims -> claims.setClaim("htm", "POST"));
        attacks.put("htm in small letters", claims -> claims.setClaim("htm", "get"));
        attacks.put("htm of another type", claims -> claims.setClaim("htm", List.of("GET")));
        attacks.put("no htm", claims -> claims.unsetClaim("htm"));
        for (String url : List.of(
                ME + "?limit=5",
                ME + "#there",
                ME + "/",
                PUBLIC + "/api/v1/doors/open",
                PUBLIC + "/API/V1/doors/me",
                "https://identity.test/api/v1/doors/me",
                "http://identity.test:8081/api/v1/doors/me",
                "http://identity.test.evil.example/api/v1/doors/me",
                "http://identity.test@evil.example/api/v1/doors/me",
                "/api/v1/doors/me",
                "not an address",
                "")) {
            attacks.put("htu " + url, claims -> claims.setClaim("htu", url));
        }
        attacks.put("htu of another type", claims -> claims.setClaim("htu", Map.of()));
        attacks.put("no htu", claims -> claims.unsetClaim("htu"));
        attacks.put("iat an hour old", claims -> claims.setIssuedAt(inSeconds(-3_600)));
        attacks.put("iat just too old", claims -> claims.setIssuedAt(inSeconds(-61)));
        attacks.put("iat in the future", claims -> claims.setIssuedAt(inSeconds(45)));
        attacks.put("iat at the end of time", claims -> claims.setClaim("iat", Long.MAX_VALUE));
        attacks.put("iat before all time", claims -> claims.setClaim("iat", Long.MIN_VALUE));
        attacks.put("iat beyond numbers", claims -> claims.setClaim("iat", new BigInteger("9".repeat(60))));
        attacks.put("iat of another type", claims -> claims.setClaim("iat", "now"));
        attacks.put("no iat", claims -> claims.unsetClaim("iat"));
        attacks.put("no jti", claims -> claims.unsetClaim("jti"));
        attacks.put("jti of nothing", claims -> claims.setJwtId(" "));
        attacks.put("jti of another type", claims -> claims.setClaim("jti", 7));
        attacks.put("ath of another token", claims -> claims.setClaim("ath", Digests.sha256("another")));
        attacks.put("ath of another type", claims -> claims.setClaim("ath", 7));
        attacks.put("no ath", claims -> claims.unsetClaim("ath"));
        var token = token();
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> refusedAsProof(me(token, changed(key, token, attack.getValue(), jws -> {})))));
    }

    private static NumericDate inSeconds(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherHeaders() throws JoseException {
        var attacks = new TreeMap<String, Consumer<JsonWebSignature>>();
        for (String type : List.of("JWT", "at+jwt", "DPOP+JWT", "application/dpop+jwt", "")) {
            attacks.put("typ " + type, jws -> jws.setHeader("typ", type));
        }
        attacks.put("typ of another type", jws -> jws.getHeaders().setObjectHeaderValue("typ", List.of("dpop+jwt")));
        attacks.put("no typ", jws -> jws.getHeaders().setObjectHeaderValue("typ", null));
        attacks.put("alg none", jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        });
        attacks.put("HS256 keyed with the public key", jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(key.jwk().getPublicKey().getEncoded()));
        });
        var rsa = RsaJwkGenerator.generateJwk(2048);
        attacks.put("RS256 with its own key", jws -> {
            jws.setAlgorithmHeaderValue("RS256");
            jws.setJwkHeader(rsa);
            jws.setKey(rsa.getPrivateKey());
        });
        var p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        attacks.put("ES384 with its own key", jws -> {
            jws.setAlgorithmHeaderValue("ES384");
            jws.setJwkHeader(p384);
            jws.setKey(p384.getPrivateKey());
        });
        var stranger = ProofKey.es256().jwk();
        attacks.put("signed by another key than jwk", jws -> jws.setKey(stranger.getPrivateKey()));
        attacks.put("crit", jws -> jws.setHeader("crit", List.of("anju")));
        attacks.put("crit of numbers", jws -> jws.getHeaders().setObjectHeaderValue("crit", List.of(1)));
        attacks.put("no jwk", jws -> jws.getHeaders().setObjectHeaderValue("jwk", null));
        var parts = key.jwk().toParams(OutputControlLevel.PUBLIC_ONLY);
        attacks.put("private jwk", jwk(key.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE)));
        attacks.put("jwk with an empty private member", jwk(with(parts, "d", "")));
        attacks.put("symmetric jwk", jwk(Map.of("kty", "oct", "k", "AAAA")));
        attacks.put("jwk that hides a secret", jwk(with(parts, "k", "AAAA")));
        attacks.put("jwk of another curve", jwk(with(parts, "crv", "P-384")));
        attacks.put("jwk of another kind", jwk(with(parts, "kty", "OKP")));
        attacks.put("jwk of a point that is on no curve", jwk(with(parts, "y", parts.get("x"))));
        attacks.put("jwk at infinity", jwk(Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA")));
        attacks.put("jwk without a coordinate", jwk(with(parts, "y", null)));
        attacks.put("jwk with a number for a coordinate", jwk(with(parts, "y", 7)));
        attacks.put("jwk with nonsense for a coordinate", jwk(with(parts, "y", "%%%")));
        attacks.put("jwk with nothing for a coordinate", jwk(with(parts, "y", "")));
        attacks.put("jwk that is a list", jws -> jws.getHeaders().setObjectHeaderValue("jwk", List.of(parts)));
        attacks.put("jwk that is empty", jwk(Map.of()));
        var token = token();
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> refusedAsProof(me(token, changed(key, token, claims -> {}, jws -> {
                            jws.setDoKeyValidation(false);
                            attack.getValue().accept(jws);
                        })))));
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
        var changed = new HashMap<>(members);
        changed.put(name, value);
        changed.values().removeIf(java.util.Objects::isNull);
        return changed;
    }

    private static Consumer<JsonWebSignature> jwk(Map<String, Object> members) {
        return jws -> jws.getHeaders().setObjectHeaderValue("jwk", members);
    }
}
