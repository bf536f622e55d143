package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class PortalTest {

    @Test
    void theServicesDocumentsAreOne() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/products'.get.tags[0]", equalTo("loan"))
                .body("paths.'/api/v1/help/answers'.get", notNullValue())
                .body("paths.'/internal/events'", nullValue())
                .body(
                        "components.schemas.'loan.Item'.properties.next.'$ref'",
                        equalTo("#/components/schemas/loan.Item"))
                .body("components.schemas.'care.Item'.type", equalTo("string"))
                .body("paths.'/api/v1/products'.get.security[0].'loan.accessToken'[0]", equalTo("customer"))
                .body("'x-missing'", hasItems("contract", "identity", "repayment"));
    }

    @Test
    void theGatewaysOwnScreenIsDescribedToo() {
        given().get("/openapi")
                .then()
                .body("paths.'/api/v1/app-home'.get.tags[0]", equalTo("gateway"))
                .body("paths.'/api/v1/app-home'.get.security[0]", hasKey("gateway.accessToken"))
                .body(
                        "components.schemas.'gateway.AppHome'.properties.keySet()",
                        hasItems("me", "applications", "contracts", "loans", "messages", "missing"));
    }

    @Test
    void whatTheGatewayAnswersInAServicesPlaceIsDescribedWithEachEndpoint() {
        var api = given().get("/openapi").then();

        for (var status : new String[] {"429", "502", "503", "504"}) {
            api.body("paths.'/api/v1/products'.get.responses", hasKey(status));
        }
        // Nobody sends a body there.
        api.body("paths.'/api/v1/products'.get.responses", not(hasKey("408")))
                .body(
                        "paths.'/api/v1/products'.get.responses.'504'.'$ref'",
                        equalTo("#/components/responses/gateway.SERVICE_LATE-504"))
                .body(
                        "components.responses.'gateway.SERVICE_LATE-504'.content.'application/problem+json'"
                                + ".examples.SERVICE_LATE.value.title",
                        equalTo("The answer took too long"));
    }

    @Test
    void thePageCanBeReadAndEscapesWhatItShows() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("/api/v1/products"))
                .body(containsString("Ask &lt;anything&gt;"))
                .body(not(containsString("<anything>")));
    }

    @Test
    void theRootLeadsToThePage() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", "/docs");
    }
}
