package io.anju.kit.verification;

import io.anju.kernel.result.Result;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * The rule that a verification opens exactly one door: subject, act, resource and body must be those it was cut for.
 *
 * @param subject the caller
 * @param act the act that the endpoint names
 * @param resource the path that the request names
 * @param bodySha256 base64url of the SHA-256 of the body that was sent
 */
record VerificationBinding(String subject, String act, String resource, String bodySha256) {

    /** Compares with a token whose signature, issuer, audience, type and time were checked before. */
    Result<VerifiedAct, VerificationRefusal> check(JwtClaims claims, String token) {
        try {
            var detail = detail(claims);
            var mismatches = List.of(
                    new VerificationRefusal.Mismatch("subject", subject, claims.getSubject()),
                    new VerificationRefusal.Mismatch("act", act, text(detail, "type")),
                    new VerificationRefusal.Mismatch("resource", resource, text(detail, "resource")),
                    new VerificationRefusal.Mismatch("body", bodySha256, text(detail, "bodySha256")));
            for (var pair : mismatches) {
                if (!Objects.equals(pair.expected(), pair.actual())) {
                    return Result.refused(pair);
                }
            }
            var until =
                    java.time.Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return Result.ok(new VerifiedAct(claims.getJwtId(), act, resource, bodySha256, until, token));
        } catch (MalformedClaimException e) {
            return Result.refused(new VerificationRefusal.Required(act, resource, bodySha256));
        }
    }

    // RFC 9396 §9.1: the access token carries "authorization_details" as granted; ours has exactly one element.
    private static Map<?, ?> detail(JwtClaims claims) throws MalformedClaimException {
        var details = claims.getClaimValue("authorization_details", List.class);
        return details != null && details.size() == 1 && details.getFirst() instanceof Map<?, ?> only ? only : Map.of();
    }

    private static String text(Map<?, ?> detail, String name) {
        return detail.get(name) instanceof String value ? value : "";
    }
}
