package io.anju.identity.token;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.token.BoundKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mints the tokens of the house. The only place that signs. */
@ApplicationScoped
public class Tokens {

    private static final String ACCESS = "at+jwt";
    private static final String VERIFICATION = "verification+jwt";

    /** A token, how long it lives and what for. */
    public record Minted(String token, String type, Duration lifetime, String scope) {}

    private final SigningKeys keys;
    private final Signer signer;
    private final Ids ids;
    private final BusinessClock clock;
    private final Duration accessTokenTime;
    private final String issuer;

    Tokens(
            SigningKeys keys,
            Signer signer,
            Ids ids,
            BusinessClock clock,
            TokenConfig config,
            @ConfigProperty(name = "anju.issuer") String issuer) {
        this.keys = keys;
        this.signer = signer;
        this.ids = ids;
        this.clock = clock;
        this.accessTokenTime = config.accessTokenTime();
        this.issuer = issuer;
    }

    /** An access token that lives as long as configured. */
    public Uni<Minted> access(AccessClaims asked) {
        return access(asked, Instant.MAX);
    }

    /** An access token that lives as long as configured, and no longer than what it was cut from. */
    public Uni<Minted> access(AccessClaims asked, Instant notAfter) {
        Instant now = clock.now();
        Instant configured = now.plus(accessTokenTime);
        Instant until = configured.isBefore(notAfter) ? configured : notAfter;
        Map<String, Object> claims =
                claims(asked.subject(), asked.audience(), ids.next().toString(), now, until);
        claims.put("client_id", asked.clientId());
        claims.put("scope", asked.scope());
        claims.put("roles", List.copyOf(asked.roles()));
        claims.put("acr", asked.level().name());
        asked.signIn().ifPresent(signIn -> {
            claims.put("amr", List.of(signIn.method().amr()));
            claims.put("auth_time", signIn.at().getEpochSecond());
            claims.put("sid", signIn.sessionId().toString());
        });
        asked.actor().ifPresent(actor -> claims.put("act", Map.of("sub", actor)));
        asked.key().ifPresent(key -> claims.put(BoundKey.CONFIRMATION, Map.of(BoundKey.THUMBPRINT, key)));
        return sign(ACCESS, claims)
                .map(token -> new Minted(token, asked.tokenType(), Duration.between(now, until), asked.scope()));
    }

    /** The second key. */
    public Uni<String> verification(VerificationClaims asked) {
        Map<String, Object> claims = claims(
                asked.subject().toString(),
                asked.audience(),
                asked.tokenId().toString(),
                asked.issuedAt(),
                asked.expiresAt());
        claims.put(
                "authorization_details",
                List.of(Map.of("type", asked.act(), "resource", asked.resource(), "bodySha256", asked.bodySha256())));
        return sign(VERIFICATION, claims);
    }

    /**
     * A signed document that opens nothing, such as a receipt.
     *
     * @param type its {@code typ}, which is none of a token's
     * @param content its claims; the issuer is added
     */
    public Uni<String> document(String type, Map<String, Object> content) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.putAll(content);
        return sign(type, claims);
    }

    private Map<String, Object> claims(String subject, String audience, String jti, Instant from, Instant until) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("sub", subject);
        claims.put("jti", jti);
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        return claims;
    }

    private Uni<String> sign(String type, Map<String, Object> claims) {
        return keys.signing().map(key -> signer.sign(key, type, claims));
    }
}
