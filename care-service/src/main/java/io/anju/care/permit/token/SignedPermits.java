package io.anju.care.permit.token;

import io.anju.care.permit.Permit;
import io.anju.care.permit.PermitTokens;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * A permit as a JWT, ES256, type {@code contact-permit+jwt} (RFC 8725 §3.11: explicit typing), for the relay that
 * connects the contact. It names the customer by the agency's own reference only.
 */
@ApplicationScoped
class SignedPermits implements PermitTokens {

    private static final String ISSUER = "care-service";
    private static final String TYPE = "contact-permit+jwt";
    private static final String AUDIENCE = "contact-relay";

    private final PermitKeys keys;

    SignedPermits(PermitKeys keys) {
        this.keys = keys;
    }

    @Override
    public String sign(Permit permit) {
        var key = keys.signing().orElseThrow(() -> new ProblemException(Problem.unavailable("permit key")));
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", TYPE);
            jws.setPayload(claims(permit).toJson());
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a permit could not be signed", e);
        }
    }

    @Override
    public Result<UUID, RedemptionRefusal> verify(String token, Instant now) {
        try {
            var claims = consumer(now).processToClaims(token);
            return Result.ok(UUID.fromString(claims.getJwtId()));
        } catch (InvalidJwtException e) {
            return Result.refused(
                    e.hasErrorCode(ErrorCodes.EXPIRED) || e.hasErrorCode(ErrorCodes.NOT_YET_VALID)
                            ? new RedemptionRefusal.NotNow()
                            : new RedemptionRefusal.NotAPermit());
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return Result.refused(new RedemptionRefusal.NotAPermit());
        }
    }

    private JwtConsumer consumer(Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.published()))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireJwtId()
                .setRequireNotBefore()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    private static JwtClaims claims(Permit permit) {
        var request = permit.ask().request();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(permit.ask().reference());
        claims.setJwtId(permit.id().toString());
        claims.setNotBefore(NumericDate.fromMilliseconds(permit.window().from().toEpochMilli()));
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(permit.window().until().toEpochMilli()));
        claims.setStringClaim("client_id", permit.agency());
        claims.setStringClaim("purpose", request.purpose().name());
        claims.setStringClaim("channel", request.channel().name());
        claims.setStringClaim("campaign", permit.ask().campaign());
        permit.relayNumber().ifPresent(number -> claims.setStringClaim("relay_number", number));
        return claims;
    }

    @Override
    public String keySet() {
        return new JsonWebKeySet(keys.published()).toJson();
    }
}
