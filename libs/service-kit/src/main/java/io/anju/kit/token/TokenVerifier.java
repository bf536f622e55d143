package io.anju.kit.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anju.kernel.result.Result;
import io.anju.kit.http.Digests;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/**
 * Checks tokens against identity's keys: pure computing on keys that are already here.
 *
 * <p>An ES256 verification costs about a millisecond on the JDK, so a verified token is remembered by its hash until it
 * ends; the memory is bounded. A remembered token is forgotten when its key is withdrawn.
 */
public final class TokenVerifier {

    /** Longer tokens are refused unread. */
    static final int TOKEN_LENGTH_MAX = 8_192;

    private static final int REMEMBERED_MAX = 20_000;

    private static final String ES256 = "ES256";

    // RFC 8725 §3.1: algorithms are fixed by the verifier, never taken from the token.
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ES256, "EdDSA");

    private final PublishedKeys keys;
    private final InstantSource clock;
    private final String issuer;
    private final String service;
    private final Cache<String, JwtClaims> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    /**
     * @param keys identity's keys as last published
     * @param clock for {@code exp} and {@code nbf}; no skew is allowed beyond 5 s
     * @param issuer the one issuer accepted
     * @param service this service's name, the audience of service and verification tokens
     */
    public TokenVerifier(PublishedKeys keys, InstantSource clock, String issuer, String service) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.service = service;
    }

    /** An access token (RFC 9068): for users to the whole API, for services to this one. */
    public Result<JwtClaims, TokenRefusal> verifyAccess(String token) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return Result.refused(new TokenRefusal("too long"));
        }
        var snapshot = keys.current();
        var memory = Digests.sha256(token);
        var known = remembered.getIfPresent(memory);
        if (known != null && isLive(known) && snapshot.has(keyId(known))) {
            return Result.ok(known);
        }
        var checked = verify(token, "at+jwt", List.of("anju-api", service), snapshot.keys());
        if (checked instanceof Result.Ok<JwtClaims, TokenRefusal>(var claims)) {
            remembered.put(memory, claims);
        }
        return checked;
    }

    /** A verification token to this service; never remembered, since each is used once. */
    public Result<JwtClaims, TokenRefusal> verifyVerification(String token) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return Result.refused(new TokenRefusal("too long"));
        }
        return verify(
                token, "verification+jwt", List.of(service), keys.current().keys());
    }

    private Result<JwtClaims, TokenRefusal> verify(
            String token, String type, List<String> audiences, List<JsonWebKey> jwks) {
        if (!CompactSignature.isWellFormed(token)) {
            return Result.refused(new TokenRefusal("not three parts of base64url"));
        }
        try {
            var context = consumer(type, audiences, jwks).process(token);
            var signed = context.getJoseObjects().getFirst();
            if (ES256.equals(signed.getAlgorithmHeaderValue()) && !CompactSignature.isLow(token)) {
                return Result.refused(new TokenRefusal("the signature is not the smaller one"));
            }
            var claims = context.getJwtClaims();
            claims.setClaim(KEY_ID, signed.getKeyIdHeaderValue());
            return Result.ok(claims);
        } catch (InvalidJwtException e) {
            return Result.refused(new TokenRefusal(e.getErrorDetails().stream()
                    .map(error -> String.valueOf(error.getErrorCode()))
                    .toList()
                    .toString()));
        } catch (ClassCastException e) {
            // The library casts what a header holds: a number where a text belongs is the sender's fault.
            return Result.refused(new TokenRefusal("a header or claim is of another type"));
        }
    }

    private JwtConsumer consumer(String type, List<String> audiences, List<JsonWebKey> jwks) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(jwks))
                .setJwsAlgorithmConstraints(ALGORITHMS)
                // RFC 8725 §3.11: explicit typing keeps one kind of token from passing as another.
                .setExpectedType(true, type)
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audiences.toArray(String[]::new))
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(5)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    /** Where the signing key's id is kept beside the claims that were verified with it. */
    private static final String KEY_ID = "io.anju.kid";

    private static String keyId(JwtClaims claims) {
        return String.valueOf(claims.getClaimValue(KEY_ID));
    }

    private boolean isLive(JwtClaims claims) {
        try {
            return claims.getExpirationTime().getValueInMillis() > clock.millis();
        } catch (MalformedClaimException e) {
            return false;
        }
    }
}
