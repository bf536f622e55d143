package io.anju.loan.disbursement.http;

import static org.hamcrest.Matchers.equalTo;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is released by the case alone: the order says nothing of its own that the second key could be shown. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DisbursementResourceTest {

    Neighbours neighbours;

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":1}", "{\"amount\":1,\"note\":\"\"}", "[]", "1", "{}{}"})
    void takesNoWordOfAnAmountThatNobodyHeeds(String body) {
        String application = "/api/v1/staff/applications/" + UUID.randomUUID();

        order(application, body)
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("body"))
                .body("fields[0].code", equalTo("NOT_EMPTY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { } "})
    void takesAnOrderThatSaysNothing(String body) {
        order("/api/v1/staff/applications/" + UUID.randomUUID(), body).then().statusCode(404);
    }

    private Response order(String application, String body) {
        return new Desk(neighbours)
                .actOfStaff(UUID.randomUUID(), "loan-officer", "disbursement.release", application, body)
                .post(application + "/disbursement-release");
    }
}
