package io.anju.kit.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.FormPostBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.kit.client.ServiceTokens;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** What every service expects of identity's token endpoint and key set; identity verifies it in its own tests. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class IdentityPactTest {

    private static final String JWT = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";
    private static final String ASSERTION = "a.signed.assertion";
    private static final String OWN_TOKEN = "a.service.token";
    private static final String ACTING_TOKEN = "an.exchanged.token";
    private static final String CUSTOMERS_TOKEN = "a.customers.token";

    // RFC 7517, appendix A.1
    private static final String X = "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4";
    private static final String Y = "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM";
    private static final String KEY = "signing-key-1";

    Neighbours neighbours;

    @Inject
    ServiceTokens tokens;

    @Inject
    Vertx vertx;

    @Inject
    SurvivedFailures failures;

    private static RequestResponsePact pact() {
        return ConsumerPactBuilder.consumer("service-kit")
                .hasPactWith("identity-service")
                .given("a service that is a client")
                .uponReceiving("a service's own token for one audience")
                .method("POST")
                .path("/oauth2/token")
                .body(form("client_credentials"))
                .willRespondWith()
                .status(200)
                .body(token(OWN_TOKEN))
                .given("a service that is a client")
                .given("a customer who is signed in")
                .uponReceiving("a token with which a service acts for a customer")
                .method("POST")
                .path("/oauth2/token")
                .body(form("urn:ietf:params:oauth:grant-type:token-exchange")
                        .stringValue("subject_token_type", "urn:ietf:params:oauth:token-type:access_token")
                        .parameterFromProviderState("subject_token", "${subjectToken}", CUSTOMERS_TOKEN))
                .willRespondWith()
                .status(200)
                .body(token(ACTING_TOKEN))
                .uponReceiving("the keys that tokens are signed with")
                .method("GET")
                .path("/.well-known/jwks.json")
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .minArrayLike("keys", 1)
                        .stringType("kid", KEY)
                        .stringValue("kty", "EC")
                        .stringValue("crv", "P-256")
                        .stringMatcher("x", "[\\w-]{43}", X)
                        .stringMatcher("y", "[\\w-]{43}", Y)
                        .closeObject()
                        .closeArray())
                .toPact();
    }

    /** RFC 7523, section 2.2: the client says who it is by an assertion that it has signed. */
    private static FormPostBuilder form(String grant) {
        return new FormPostBuilder(ContentType.fromString("application/x-www-form-urlencoded"))
                .stringValue("grant_type", grant)
                .stringValue("audience", "care-service")
                .stringValue("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .parameterFromProviderState("client_assertion", "${assertion}", ASSERTION)
                .stringMatcher("client_assertion", JWT, ASSERTION);
    }

    private static DslPart token(String token) {
        return new PactDslJsonBody()
                .stringMatcher("access_token", JWT, token)
                .stringValue("token_type", "Bearer")
                .integerType("expires_in", 600);
    }

    @Test
    void getsTokensAndKeysOfIdentity() throws JoseException {
        var played = neighbours.play(pact());
        try {
            assertEquals(OWN_TOKEN, tokens.forAudience("care-service").await().indefinitely());
            assertEquals(
                    ACTING_TOKEN,
                    tokens.exchange(CUSTOMERS_TOKEN, "care-service").await().indefinitely());

            var keys = new IdentityKeys(InstantSource.system(), vertx, failures, "door-service", neighbours.url());
            assertTrue(keys.haveKeyFor("Bearer " + tokenOf(KEY)).await().indefinitely());
            assertTrue(keys.current().has(KEY));
        } finally {
            neighbours.stopPlaying(played);
        }

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../../identity-service"), pact());
    }

    /** Signed by anybody: it only names the key that is looked for. */
    private static String tokenOf(String key) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setPayload(new JwtClaims().toJson());
        jws.setKeyIdHeaderValue(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKey(EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey());
        return jws.getCompactSerialization();
    }
}
