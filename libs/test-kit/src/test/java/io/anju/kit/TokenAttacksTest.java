package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.anju.testkit.token.Forgeries;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The ways in which people make tokens of their own: RFC 8725 and what was found in libraries. Each is answered 401, and
 * none of them 5xx.
 */
@QuarkusTest
class TokenAttacksTest extends KitTestBase {

    private String good() {
        return neighbours.tokens().customer(customer);
    }

    private PublicJsonWebKey published() {
        try {
            return (PublicJsonWebKey) new JsonWebKeySet(neighbours.tokens().keySet())
                    .getJsonWebKeys()
                    .getFirst();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that is good but for what is changed in its claims; signed with the right key. */
    private String with(Consumer<JwtClaims> change) {
        return neighbours.tokens().access(customer.toString(), "anju-api", List.of("customer"), change);
    }

    private Forgeries forgeries() {
        return new Forgeries(good(), published());
    }

    private String payload() {
        return forgeries().payload();
    }

    @Test
    void aGoodTokenIsTaken() {
        assertEquals(200, status(good()));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherAlgorithms() {
        return allRefused(forgeries().otherAlgorithms());
    }

    @TestFactory
    Stream<DynamicTest> refusesHeadersThatBringTheirOwnKey() throws IOException {
        var fetched = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort() + "/keys";
        var attacks = new TreeMap<>(forgeries().ownKeys(url));
        attacks.put(
                "crit", neighbours.tokens().sign("at+jwt", payload(), jws -> jws.setHeader("crit", List.of("anju"))));
        var tests = allRefused(attacks);
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("nothing was fetched", () -> {
            server.stop(0);
            assertEquals(0, fetched.get());
        })));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherKeyIds() {
        var attacks = new TreeMap<String, String>();
        for (String kid : List.of("", "unknown", "../../etc/passwd", "' OR 1=1 --", "k".repeat(4000))) {
            attacks.put(
                    "kid " + kid.substring(0, Math.min(20, kid.length())),
                    neighbours.tokens().sign("at+jwt", payload(), jws -> jws.setKeyIdHeaderValue(kid)));
        }
        for (Object kid : List.of(1, true, List.of("a"), Map.of("a", "b"))) {
            attacks.put(
                    "kid of another type " + kid,
                    neighbours
                            .tokens()
                            .sign("at+jwt", payload(), jws -> jws.getHeaders().setObjectHeaderValue("kid", kid)));
        }
        attacks.put(
                "alg of another type",
                forgeries()
                        .unsigned("{\"alg\":1,\"typ\":\"at+jwt\"}", forgeries().signature()));
        attacks.put(
                "typ of another type",
                forgeries()
                        .unsigned("{\"alg\":\"ES256\",\"typ\":[]}", forgeries().signature()));
        attacks.put(
                "alg twice",
                forgeries()
                        .unsigned(
                                "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"alg\":\"ES256\"}",
                                forgeries().signature()));
        return allRefused(attacks);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherClaimsAlthoughTheSignatureIsRight() {
        var past = NumericDate.fromSeconds(NumericDate.now().getValue() - 60);
        var future = NumericDate.fromSeconds(NumericDate.now().getValue() + 60);
        var attacks = new TreeMap<String, String>();
        attacks.put("iss of another", with(claims -> claims.setIssuer("http://identity.test.example")));
        attacks.put("iss with a slash more", with(claims -> claims.setIssuer("http://identity.test/")));
        attacks.put("no iss", with(claims -> claims.unsetClaim("iss")));
        attacks.put("aud of another service", with(claims -> claims.setAudience("care-service")));
        attacks.put("no aud", with(claims -> claims.unsetClaim("aud")));
        attacks.put("aud of another type", with(claims -> claims.setClaim("aud", 7)));
        attacks.put("exp in the past", with(claims -> claims.setExpirationTime(past)));
        attacks.put("no exp", with(claims -> claims.unsetClaim("exp")));
        attacks.put("exp of another type", with(claims -> claims.setClaim("exp", "tomorrow")));
        attacks.put("nbf in the future", with(claims -> claims.setNotBefore(future)));
        attacks.put("no iat", with(claims -> claims.unsetClaim("iat")));
        attacks.put("no jti", with(claims -> claims.unsetClaim("jti")));
        attacks.put("no sub", with(claims -> claims.unsetClaim("sub")));
        attacks.put("sub of another type", with(claims -> claims.setClaim("sub", 7)));
        attacks.put("roles of another type", with(claims -> claims.setClaim("roles", "customer")));
        attacks.put("no object", neighbours.tokens().sign("at+jwt", "[]", jws -> {}));
        for (String type : List.of("JWT", "jwt", "verification+jwt", "dpop+jwt", "application/at+jwt+x")) {
            attacks.put("typ " + type, neighbours.tokens().sign(type, payload(), jws -> {}));
        }
        attacks.put(
                "no typ",
                neighbours
                        .tokens()
                        .sign("at+jwt", payload(), jws -> jws.getHeaders().setObjectHeaderValue("typ", null)));
        return allRefused(attacks);
    }

    @TestFactory
    Stream<DynamicTest> refusesSignaturesThatWereTouched() {
        return allRefused(forgeries().touchedSignatures());
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoToken() {
        return allRefused(forgeries().noTokens());
    }

    @Test
    void refusesATokenThatFillsTheHeaderWithoutFalling() throws IOException, InterruptedException {
        // The server refuses such a header before any endpoint is looked for, so it is in no endpoint's document.
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/doors/me"))
                .header("Authorization", "Bearer e30." + "A".repeat(60_000) + "." + "A".repeat(86))
                .build();
        int status;
        try (var http = HttpClient.newHttpClient()) {
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }

        assertTrue(status == 401 || status == 431, "answered " + status);
    }

    private Stream<DynamicTest> allRefused(Map<String, String> attacks) {
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> given().header("Authorization", "Bearer " + attack.getValue())
                                .get("/api/v1/doors/me")
                                .then()
                                .statusCode(401)
                                .body("code", equalTo("TOKEN_INVALID"))));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/doors/me")
                .statusCode();
    }
}
