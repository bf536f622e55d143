package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class HeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-User-Id",
                "X-Authenticated-Roles",
                "X-Real-IP",
                "Forwarded",
                "X-Original-URL",
                "X-Forwarded-Uri",
                "X-Forwarded-Trusted-Proxy",
                "X-HTTP-Method-Override",
                "Proxy-Authorization",
                "Upgrade",
                "TE",
                "user_id"
            })
    void aCallerCannotSpeakInOurName(String header) {
        given().header(header, "1")
                .get("/api/v1/products")
                .then()
                .statusCode(200)
                .body("headers.'" + header.toLowerCase() + "'", nullValue());
    }

    @Test
    void whereItCameFromIsSaidAnew() {
        given().header("X-Forwarded-For", "10.1.1.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("Host", "evil.example")
                .header("X-Request-Id", "mine")
                .get("/api/v1/products")
                .then()
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-host'", equalTo("localhost:8080"))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.'x-forwarded-port'", equalTo("8080"))
                .body("headers.host", equalTo("localhost:8080"))
                .body("headers.'x-request-id'", not(equalTo("mine")));
    }

    @Test
    void headersNamedByConnectionGoNoFurther() {
        given().header("Connection", "keep-alive, Idempotency-Key")
                .header("Idempotency-Key", "k")
                .get("/api/v1/products")
                .then()
                .body("headers.'idempotency-key'", nullValue());
    }

    @Test
    void whatServicesNeedIsPassedOn() {
        given().header("Verification-Token", "v.t")
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"v1\"")
                .header("Accept-Language", "en")
                .get("/api/v1/products")
                .then()
                .body("headers.'verification-token'", equalTo("v.t"))
                .body("headers.'idempotency-key'", equalTo("k"))
                .body("headers.'if-match'", equalTo("\"v1\""))
                .body("headers.'accept-language'", equalTo("en"));
    }

    @Test
    void aTraceGoesOnAndABrokenOneIsBegunAnew() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        given().header("traceparent", trace)
                .get("/api/v1/products")
                .then()
                .body("headers.traceparent", matchesPattern("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-0[01]"));
        given().header("traceparent", "00-0-0-01")
                .get("/api/v1/products")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void aProblemNamesTheTraceOfItsRequest() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/nowhere")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void anAnswerNamesTheTraceOfItsRequestAndSoDoesWhatTheServiceGets() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/products")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "4bf92f3577b34da6a3ce929d0e0e4736")
                .body("headers.'x-request-id'", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void answersCarryTheGatewaysSafeHeadersAndNothingAboutTheService() {
        var answer = given().auth()
                .oauth2(TestTokens.customer())
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        answer.header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", startsWith("max-age="))
                .header("Cache-Control", "no-store")
                .header("ETag", "\"v1\"")
                .header("X-Request-Id", notNullValue())
                .header("Server", nullValue())
                .header("X-Hop", nullValue());
        assertEquals(1, answer.extract().headers().getList("X-Frame-Options").size());
        assertEquals("DENY", answer.extract().header("X-Frame-Options"));
    }

    /** A service's page may bind itself more tightly than the gateway binds it, and never less. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                            | default-src 'none'; frame-ancestors 'none'",
                "sandbox; default-src 'none'; style-src 'sha256-AAAA'        | sandbox; default-src 'none'; style-src 'sha256-AAAA'; frame-ancestors 'none'",
                "default-src 'self'                                          | default-src 'none'; frame-ancestors 'none'",
                "sandbox allow-scripts allow-same-origin; default-src 'none' | default-src 'none'; frame-ancestors 'none'",
                "default-src *; report-uri /sandbox                          | default-src 'none'; frame-ancestors 'none'"
            },
            quoteCharacter = '"')
    void onePolicyOfContentIsPassedOnAndNoneThatIsWeaker(@Nullable String given, String passedOn) {
        var request = given();
        if (given != null) {
            request.queryParam("policy", given);
        }

        var headers =
                request.get("/api/v1/products").then().statusCode(200).extract().headers();

        assertEquals(List.of(passedOn), headers.getValues("Content-Security-Policy"));
    }

    @Test
    void aBrowserOfAnotherOriginIsNotGivenTheAnswer() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/quotes")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "http://localhost:8080")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,dpop")
                .options("/api/v1/quotes")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://localhost:8080")
                .header("Access-Control-Allow-Headers", containsString("Authorization,DPoP,"));
    }

    @Test
    void answersWithoutABodyStayWithoutOne() {
        given().head("/api/v1/products").then().statusCode(200).header("ETag", "\"v1\"");
        given().get("/api/v1/products/nothing").then().statusCode(204).body(equalTo(""));
        given().get("/api/v1/products/unchanged")
                .then()
                .statusCode(304)
                .header("ETag", "\"v1\"")
                .body(equalTo(""));
        given().get("/api/v1/products").then().statusCode(200);
    }
}
