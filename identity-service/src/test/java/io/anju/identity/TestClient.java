package io.anju.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A client of the token endpoint that authenticates by {@code private_key_jwt}. */
final class TestClient {

    static final String ISSUER = "http://localhost:8080";
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String id;
    private final PrivateKey key;

    TestClient(String id) {
        this.id = id;
        this.key = read(id);
    }

    TestClient(String id, PrivateKey key) {
        this.id = id;
        this.key = key;
    }

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(PublicKey key) {
        return IdentityEnvironment.pem("PUBLIC KEY", key.getEncoded());
    }

    /** An access token for one audience. */
    String token(String audience) {
        return ask(assertion(claims -> {}), audience)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    Response ask(String assertion, String audience) {
        return ask(given(), assertion, audience);
    }

    Response askFrom(String address, String assertion) {
        return ask(given().header("X-Forwarded-For", address), assertion, "loan-service");
    }

    private static Response ask(RequestSpecification request, String assertion, String audience) {
        return request.formParam("grant_type", "client_credentials")
                .formParam("client_assertion_type", ASSERTION_TYPE)
                .formParam("client_assertion", assertion)
                .formParam("audience", audience)
                .post("/oauth2/token");
    }

    Response exchange(String subjectToken, String audience) {
        return given().formParam("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .formParam("client_assertion_type", ASSERTION_TYPE)
                .formParam("client_assertion", assertion(claims -> {}))
                .formParam("subject_token", subjectToken)
                .formParam("subject_token_type", "urn:ietf:params:oauth:token-type:access_token")
                .formParam("audience", audience)
                .post("/oauth2/token");
    }

    /** A good assertion, with anything changed. */
    String assertion(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer(id);
        claims.setSubject(id);
        claims.setAudience(ISSUER);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        change.accept(claims);
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setPayload(claims.toJson());
            jws.setKey(key);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey read(String id) {
        try {
            var folder = Path.of(ConfigProvider.getConfig().getValue(IdentityEnvironment.KEYS, String.class));
            String base64 = Files.readString(folder.resolve(id + ".key.pem"))
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
