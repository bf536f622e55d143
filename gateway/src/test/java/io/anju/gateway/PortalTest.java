package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
