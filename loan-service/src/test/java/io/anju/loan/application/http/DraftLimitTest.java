package io.anju.loan.application.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer keeps five drafts at a time. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DraftLimitTest {

    Neighbours neighbours;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    private Response begin() {
        return desk.as(customer).body("{\"product\":\"FIRST_HOME\"}").post("/api/v1/applications");
    }

    @Test
    void theSixthIsRefusedUntilOneIsWithdrawn() {
        String first = begin().path("id");
        for (int i = 2; i <= 5; i++) {
            begin().then().statusCode(201);
        }

        begin().then().statusCode(409).body("code", equalTo("TOO_MANY_DRAFTS")).body("maximum", equalTo(5));

        desk.as(customer)
                .post("/api/v1/applications/" + first + "/withdrawal")
                .then()
                .statusCode(200);
        begin().then().statusCode(201);
    }

    @Test
    void oneThatIsHandedInIsNoDraft() {
        desk.inReview(customer);
        for (int i = 1; i <= 5; i++) {
            begin().then().statusCode(201);
        }
    }

    @Test
    void fiveAreBegunHoweverManyAreAskedForAtOnce() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> begin().statusCode()))
                .toList();

        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(List.of(201, 201, 201, 201, 201, 409, 409, 409), statuses);
    }
}
