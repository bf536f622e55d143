package io.anju.loan.product.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.loan.product.OtherConditions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ProductResourceTest {

    @Inject
    Pool pool;

    @Test
    void listsWhatIsOfferedToday() {
        given().get("/api/v1/products")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        contains(
                                "COMBINED",
                                "FIRST_HOME",
                                "FLEXIBLE_HOME",
                                "FORTNIGHTLY_HOME",
                                "PROVIDENT_FUND",
                                "SECOND_HOME"));
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
    void showsWhatATrancheAgreesOnBesideItsPrice() {
        given().get("/api/v1/products/FIRST_HOME")
                .then()
                .statusCode(200)
                .rootPath("tranches[0].conditions")
                .body("conventions.firstPeriod", equalTo("ACTUAL_DAYS"))
                .body("late.multiplier", equalTo("1.5"))
                .body("late.graceDays", equalTo(3))
                .body("late.holidays", equalTo("GRACE_MOVES"))
                .body("prepayment.minimum", equalTo(100_000))
                .body("prepayment.compensationMonths", equalTo(0))
                .body("partCollection", equalTo(true));
    }

    /** 银发〔2003〕251号: 30 to 50 % on top of the contract rate. */
    @ParameterizedTest
    @ValueSource(strings = {"1.29", "1.51"})
    void hasNoVersionThatChargesLatenessOtherwiseThanTheCentralBankAllows(String multiplier) {
        var refusal = assertThrows(PgException.class, () -> OtherConditions.insertTranche(pool, multiplier));

        assertEquals("product_tranche_late_multiplier_check", refusal.getConstraint());
    }

    @Test
    void answers404ForAProductThatIsNotOffered() {
        given().get("/api/v1/products/NONE").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
