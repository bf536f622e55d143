package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers' data is read on record, and by trained staff only. */
@QuarkusTest
class DataReadsTest extends KitTestBase {

    @Test
    void aTrainedTellerReadsAndTheReadingIsTold() {
        read("anju personal-data").statusCode(204);

        assertEquals(1, told());
    }

    @Test
    void aTellerWhoseTrainingLapsedReadsNothingAndIsToldWhy() {
        read("anju")
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                .body("code", equalTo("TRAINING_LAPSED"))
                .body("title", equalTo("Your compliance training has lapsed"));
        read("anju impersonal-data").statusCode(403);
        assertEquals(0, told());
    }

    private ValidatableResponse read(String scope) {
        var teller = neighbours
                .tokens()
                .access(
                        UUID.randomUUID().toString(),
                        "anju-api",
                        List.of("teller"),
                        claims -> claims.setStringClaim("scope", scope));
        return given().auth()
                .oauth2(teller)
                .header("Accept-Language", "en")
                .queryParam("owner", customer)
                .get("/api/v1/doors/" + door + "/owner")
                .then();
    }

    private long told() {
        return pool.preparedQuery("select count(*) from outbox_event where type = $1 and subject = $2")
                .execute(Tuple.of("anju.customer.data-read.v1", customer.toString()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
