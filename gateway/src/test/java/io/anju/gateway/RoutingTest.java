package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class RoutingTest {
    @TestHTTPResource
    private URI gateway;

    @ParameterizedTest
    @CsvSource({
        "customer, /api/v1/me, identity",
        "customer, /api/v1/me/sessions, identity",
        "customer, /api/v1/me/contacts, care",
        "customer, /api/v1/me/automatic-debits, repayment",
        "customer, /api/v1/passkeys/options, identity",
        "customer, /api/v1/applications/7/documents, loan",
        "customer, /api/v1/channel-decisions, loan",
        "customer, /api/v1/contracts/7/pdf, contract",
        "customer, /api/v1/loans/7/schedule, repayment",
        "customer, /api/v1/cards, repayment",
        "customer, /api/v1/wallet-links, repayment",
        "customer, /api/v1/messages, care",
        "customer, /api/v1/appointments, care",
        "agency, /api/v1/agency/contact-permits, care",
        "approver, /api/v1/staff/applications, loan",
        "approver, /api/v1/staff/reference-rates, loan",
        "approver, /api/v1/staff/due-runs, repayment",
        "auditor, /api/v1/staff/ledger/trial-balance, repayment",
        "auditor, /api/v1/staff/loans/7, repayment",
        "auditor, /api/v1/staff/rate-requests/7, repayment",
        "auditor, /api/v1/staff/contracts, contract",
        "customer, /api/v1/mortgage-registrations, contract",
        "compliance, /api/v1/staff/agencies, care",
        "compliance, /api/v1/staff/complaints, care",
        "risk-officer, /api/v1/staff/alerts, identity",
        "admin, /api/v1/staff/services/care-service/parked-events, care"
    })
    void eachAddressBelongsToOneService(String role, String path, String service) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.withRole(role))
                .get(path + "?limit=5&cursor=a%20b")
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(path + "?limit=5&cursor=a%20b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/api/v1/reference-rates",
                "/api/v1/products/first-home",
                "/api/v1/log/checkpoint",
                "/api/v1/log/tile/0/000",
                "/api/v1/help/answers",
                "/api/v1/privacy-notices/current"
            })
    void someAreOpenToAnyone(String path) {
        given().get(path).then().statusCode(200).body("method", equalTo("GET"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/api/v1/registrations",
                "/api/v1/registrations/7/proof",
                "/api/v1/sign-ins",
                "/api/v1/quotes"
            })
    void soIsWhatLeadsToAToken(String path) {
        given().body("{}").post(path).then().statusCode(200).body("bytes", equalTo(2));
    }

    @Test
    void openForReadingIsNotOpenForWriting() {
        given().body("{}").post("/api/v1/products").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/events",
                "/internal/customers/7/party",
                "/callbacks/rail",
                "/callbacks/wallet",
                "/q",
                "/q/openapi",
                "/q/metrics",
                "/api/v1/internal",
                "/api/v2/loans",
                "/api/v1/loansome",
                "/api"
            })
    void whatIsNotNamedDoesNotExist(String path) {
        given().auth()
                .oauth2(TestTokens.customer())
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products/../../../internal/events",
                "/api/v1/products/%2e%2e/x",
                "/api/v1/products/..%2f..%2finternal",
                "/api/v1/products//x",
                "/api/v1/products;a=b/x",
                "/api/v1/products/%00",
                "/api/v1/products/%252e%252e",
                "/api/v1/products/%5c"
            })
    void pathsThatMayMeanSomethingElseBehindAreRefused(String path) throws Exception {
        // the JDK's client sends a path as it is written
        var request =
                HttpRequest.newBuilder(URI.create(gateway + path.substring(1))).build();

        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("MALFORMED_REQUEST"), response.body());
    }
}
