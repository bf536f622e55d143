package io.anju.e2e.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A partner agency: proves itself by its own key (RFC 7523) and asks before each contact. */
public final class Agency {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Api gateway;
    private final String clientId;
    private final PrivateKey key;

    public Agency(Api gateway, String clientId, Path keyFile) {
        this.gateway = gateway;
        this.clientId = clientId;
        this.key = read(keyFile);
    }

    /** Asks whether a customer may be called for marketing at that time. */
    public Answer askToCall(String customer, OffsetDateTime plannedAt) {
        return ask(customer, "CALL", plannedAt);
    }

    public Answer askToWrite(String customer, OffsetDateTime plannedAt) {
        return ask(customer, "SMS", plannedAt);
    }

    private Answer ask(String customer, String channel, OffsetDateTime plannedAt) {
        var body = Map.of(
                "customer",
                customer,
                "purpose",
                "MARKETING",
                "channel",
                channel,
                "campaign",
                "autumn",
                "plannedAt",
                plannedAt.toString());
        return gateway.as(accessToken())
                .post("/api/v1/agency/contact-permits", body, Map.of("Idempotency-Key", Person.newKey()));
    }

    private String accessToken() {
        var form = "grant_type=client_credentials&client_id=" + clientId
                + "&client_assertion_type=" + URLEncoder.encode(ASSERTION_TYPE, StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion();
        return gateway.post("/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(200)
                .at("/access_token");
    }

    private String assertion() {
        var claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(gateway.base());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey read(Path file) {
        try {
            var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
