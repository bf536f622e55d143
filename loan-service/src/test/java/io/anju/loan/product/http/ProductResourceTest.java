package io.anju.loan.product.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ProductResourceTest {

    @Test
    void listsWhatIsOfferedToday() {
        given().get("/api/v1/products")
                .then()
                .statusCode(200)
                .body("items.code", contains("COMBINED", "FIRST_HOME", "PROVIDENT_FUND", "SECOND_HOME"));
    }

    @Test
    void showsAProductWithItsLimitsAndTranches() {
        given().get("/api/v1/products/COMBINED")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("maxLoanToValue", equalTo("0.8000"))
                .body("tranches.kind", contains("COMMERCIAL", "PROVIDENT_FUND"))
                .body("tranches[0].spread", equalTo("-0.0030"))
                .body("tranches[1].annualRate", equalTo("0.0260"));
    }

    @Test
    void answers404ForAProductThatIsNotOffered() {
        given().get("/api/v1/products/NONE").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
