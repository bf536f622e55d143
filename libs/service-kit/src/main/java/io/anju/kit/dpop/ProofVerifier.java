package io.anju.kit.dpop;

import io.anju.kernel.result.Result;
import io.anju.kit.http.Digests;
import io.anju.kit.token.CompactSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * The checks of RFC 9449, section 4.3, each under its number: pure computing, about a millisecond of it for an ES256
 * signature, so not for an event loop. The order is ours, what costs most comes last; "These checks may be performed in
 * any order".
 *
 * <p>Check 10 is about nonces: whoever gives them looks at the one that comes back. That a proof is used once is {@link SpentProofs}' to see to.
 */
final class ProofVerifier {

    /** Longer proofs are refused unread. */
    static final int LENGTH_MAX = 4_096;

    private static final String TYPE = "dpop+jwt";
    private static final String ES256 = "ES256";
    private static final String EDDSA = "EdDSA";
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ES256, EDDSA);

    // RFC 7518 §6.2.2, §6.3.2, §6.4 and RFC 8037 §2: what holds a private or a symmetric key.
    private static final Set<String> SECRET_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private final InstantSource clock;
    private final Duration age;
    private final Duration ahead;

    ProofVerifier(InstantSource clock, Duration age, Duration ahead) {
        this.clock = clock;
        this.age = age;
        this.ahead = ahead;
    }

    /** The proof, or why it is none. */
    Result<Proof, ProofRefusal> verify(ShownProof shown) {
        // spec| 1. There is not more than one DPoP HTTP request header field.
        if (shown.headers().size() != 1) {
            return refused(shown.headers().isEmpty() ? "no proof" : "several proofs");
        }
        // spec| 2. The DPoP HTTP request header field value is a single and well-formed JWT.
        String proof = shown.headers().getFirst();
        if (proof.length() > LENGTH_MAX || !CompactSignature.isWellFormed(proof)) {
            return refused("not three parts of base64url, or too long");
        }
        try {
            return verify(proof, shown);
        } catch (JoseException | InvalidJwtException | RuntimeException e) {
            // The library runs past the end of a key without bytes, and casts what a header may not hold.
            return refused("unreadable");
        }
    }

    private Result<Proof, ProofRefusal> verify(String proof, ShownProof shown)
            throws JoseException, InvalidJwtException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(ALGORITHMS);
        jws.setCompactSerialization(proof);
        // spec| 4. The typ JOSE Header Parameter has the value dpop+jwt.
        if (!TYPE.equals(jws.getHeaders().getObjectHeaderValue("typ"))) {
            return refused("another type");
        }
        var key = key(jws);
        if (key.isEmpty()) {
            return refused("no public key of an algorithm we take");
        }
        var claims = JwtClaims.parse(jws.getUnverifiedPayload());
        var mismatch = mismatch(claims, shown);
        if (mismatch.isPresent()) {
            return refused(mismatch.get());
        }
        // spec| 6. The JWT signature verifies with the public key contained in the jwk JOSE Header Parameter.
        jws.setKey(key.get().getPublicKey());
        if (!jws.verifySignature()) {
            return refused("the signature is wrong");
        }
        String thumbprint = key.get().calculateBase64urlEncodedThumbprint("SHA-256");
        // spec| 12. […] confirm that the public key to which the access token is bound matches the public key from the
        // spec| DPoP proof.
        if (shown.token()
                .filter(token -> !token.thumbprint().equals(thumbprint))
                .isPresent()) {
            return Result.refused(new ProofRefusal.OtherKey());
        }
        var signedAt = Instant.ofEpochSecond(issuedAt(claims).orElseThrow());
        return Result.ok(
                new Proof(thumbprint, text(claims, "jti").orElseThrow(), signedAt.plus(age), text(claims, "nonce")));
    }

    // spec| 5. The alg JOSE Header Parameter indicates a registered asymmetric digital signature algorithm […], is not
    // spec| none, is supported by the application, and is acceptable per local policy.
    private static Optional<PublicJsonWebKey> key(JsonWebSignature jws) throws JoseException {
        if (!(jws.getHeaders().getObjectHeaderValue("jwk") instanceof Map<?, ?> jwk)) {
            return Optional.empty();
        }
        // spec| 7. The jwk JOSE Header Parameter does not contain a private key.
        if (!Collections.disjoint(jwk.keySet(), SECRET_MEMBERS)) {
            return Optional.empty();
        }
        Object algorithm = jws.getHeaders().getObjectHeaderValue("alg");
        if (ES256.equals(algorithm)) {
            return publicKey(jwk, Map.of("kty", "EC", "crv", "P-256"), "x", "y");
        }
        return EDDSA.equals(algorithm) ? publicKey(jwk, Map.of("kty", "OKP", "crv", "Ed25519"), "x") : Optional.empty();
    }

    /** Of the key nothing is read but what makes its thumbprint. */
    private static Optional<PublicJsonWebKey> publicKey(Map<?, ?> jwk, Map<String, String> kind, String... coordinates)
            throws JoseException {
        if (!jwk.entrySet().containsAll(kind.entrySet())) {
            return Optional.empty();
        }
        Map<String, Object> members = new TreeMap<>(kind);
        for (String coordinate : coordinates) {
            if (!(jwk.get(coordinate) instanceof String value)) {
                return Optional.empty();
            }
            members.put(coordinate, value);
        }
        return Optional.of(PublicJsonWebKey.Factory.newPublicJwk(members));
    }

    // spec| 3. All required claims per Section 4.2 are contained in the JWT.
    private Optional<String> mismatch(JwtClaims claims, ShownProof shown) {
        if (text(claims, "jti").filter(id -> !id.isBlank()).isEmpty()) {
            return Optional.of("no jti");
        }
        // spec| 8. The htm claim matches the HTTP method of the current request.
        if (!text(claims, "htm").equals(Optional.of(shown.method()))) {
            return Optional.of("another method");
        }
        // spec| 9. The htu claim matches the HTTP URI value for the HTTP request in which the JWT was received,
        // spec| ignoring any query and fragment parts.
        // Those of the request are ignored. In the claim there are none: §4.2, "without query and fragment parts".
        var target = text(claims, "htu").flatMap(TargetUri::normalised);
        if (target.isEmpty() || !target.equals(TargetUri.normalised(shown.url()))) {
            return Optional.of("another address");
        }
        // spec| 11. The creation time of the JWT […] is within an acceptable window.
        if (!issuedAt(claims).map(this::isTimely).orElse(false)) {
            return Optional.of("not of this moment");
        }
        // spec| 12. If presented to a protected resource in conjunction with an access token, ensure that the value of
        // spec| the ath claim equals the hash of that access token.
        return shown.token()
                .map(ShownProof.BoundToken::text)
                .filter(token -> !text(claims, "ath").equals(Optional.of(Digests.sha256(token))))
                .map(token -> "for another token");
    }

    private boolean isTimely(long issuedAt) {
        var now = clock.instant();
        return issuedAt > now.minus(age).getEpochSecond()
                && issuedAt <= now.plus(ahead).getEpochSecond();
    }

    private static Optional<Long> issuedAt(JwtClaims claims) {
        return claims.getClaimValue("iat") instanceof Number seconds
                ? Optional.of(seconds.longValue())
                : Optional.empty();
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Result<Proof, ProofRefusal> refused(String reason) {
        return Result.refused(new ProofRefusal.Invalid(reason));
    }
}
